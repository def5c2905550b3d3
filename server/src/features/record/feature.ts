import { Skill } from '../../core/access/skill.ts';
import type { Feature } from '../../platform/feature.ts';
import { cutAt } from '../../platform/graphql/list-bounds.ts';
import { MOST_STANDING } from './certificates.ts';
import { MOST_LISTED } from './read-record.ts';
import { Certificate, RecordPart, ShownRecord } from './record.entity.ts';
import { CertificateResolver, PublicPageRecord, RecordResolver, ViewerRecord } from './record.resolver.ts';

const PARTS = Object.keys(RecordPart).length;

export const record: Feature = {
  name: 'record',
  entities: [ShownRecord, Certificate],
  resolvers: [RecordResolver, ViewerRecord, CertificateResolver, PublicPageRecord],
  lists: {
    'PublicRecord.practised': MOST_LISTED,
    'PublicRecord.trainedIn': MOST_LISTED,
    'Record.practised': MOST_LISTED,
    'Record.shown': PARTS,
    'Record.trainedIn': MOST_LISTED,
    'RecordTraining.skills': Object.keys(Skill).length,
    'Viewer.certificates': cutAt(MOST_STANDING),
  },
  erasesPerson: { gone: { shown_record: 'person_id', certificate: 'person_id' } },
};
