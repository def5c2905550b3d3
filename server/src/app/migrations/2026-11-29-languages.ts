import { Migration } from '@mikro-orm/migrations';

/** Titles of the templates of before, when all of them were in English alone. */
const TITLES = [
  ...[
    'Scope call',
    'Audit and recover social accounts',
    'Message map',
    'Check a hashtag',
    'Strike microsite',
  ],
  ...[
    'Questions and answers for members and the public',
    'Hardship fund page',
    'Private fund application form',
  ],
  ...['Press list', 'Press kit', 'Visual kit', 'Spokesperson practice', 'Phone video lesson'],
  ...['Strike vote announcement', 'Media advisory and release', 'Picket map and schedule'],
  ...['Printable picket signs', 'Sixty-second why-we-strike video', 'Live posting shift', 'Photo intake'],
  ...['Translate the core texts', 'Solidarity toolkit', 'E-mail and text appeal', 'Answer a rumor'],
  ...['Daily strike bulletin', 'Member profile', 'Comment moderation shift', 'Boycott explainer'],
  ...['Geo-targeted advertisement', 'Opinion piece and letters pack', 'Livestream a rally'],
  ...['Digital picket line', 'Weekly figures', 'Settlement announcement', 'Thank-you video and posts'],
  ...['Hand everything over', 'Debrief'],
];

/**
 * Cards, plans and templates know in which language they are written. A card that was made of a template is in English,
 * as templates were. One that people wrote is in the language of the ask its campaign came from, else in the only one
 * of the campaign, else in English: a guess, which an organizer can mend on the card.
 */
export class CardLanguages extends Migration {
  override up(): void {
    this.addSql(`alter table "card" add "language" text not null default 'en'`);
    this.addSql(`
      update card set language = said.language
      from board join campaign on campaign.id = board.campaign_id
        cross join lateral (select coalesce(
          (select ask.language from ask where ask.campaign_id = campaign.id limit 1),
          case when cardinality(campaign.languages) = 1 then campaign.languages[1] end, 'en') as language) said
      where board.id = card.board_id and said.language <> 'en'
        and card.title <> all (array[${TITLES.map((title) => `'${title}'`).join(', ')}])
        and card.title not in (select words->>'title' from template_edition)`);

    // The local reads an offer in its own language from now on: that is another version than the one it read.
    this.addSql(`alter table "plan" add "language" text not null default 'en'`);
    this.addSql(`
      update plan set language = 'es', version = plan.version + 1 from ask
      where ask.id = plan.ask_id and plan.status <> 'AGREED' and ask.language ~ '^es(-|$)'`);

    this.addSql(`
      update template_edition set words = words - array['title', 'deliverable', 'localSupplies', 'caution']
        || jsonb_build_object('texts', jsonb_build_object('en', jsonb_build_object('title', words->'title',
          'deliverable', words->'deliverable', 'localSupplies', words->'localSupplies', 'caution', words->'caution')))
      where not words ? 'texts'`);
  }
}
