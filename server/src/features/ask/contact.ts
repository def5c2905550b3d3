import type { Reader } from '../../core/access/viewer.ts';
import type { Services } from '../../platform/services.ts';
import type { Vault } from '../../platform/vault/vault.ts';
import { readsAsks } from './ask.policy.ts';
import type { AskRow } from './read-asks.ts';

const placeOf = (askId: string) => `ask.contact:${askId}`;

/** The contact of an ask as it is stored; null for none. */
export function sealContact(vault: Vault, askId: string, contact: string | null): Buffer | null {
  return contact === null ? null : vault.seal(contact, placeOf(askId));
}

/** The contact of an ask as it was typed, for our own use inside: it must not leave by this way. */
export function openContact(vault: Vault, { id, contactSealed }: AskRow): string | null {
  return contactSealed ? vault.open(contactSealed, placeOf(id)) : null;
}

/** How to reach who asked, for coordinators; null for everybody else, also for whoever has the link. */
export function readContact({ vault }: Pick<Services, 'vault'>, reader: Reader, ask: AskRow): string | null {
  return readsAsks(reader) ? openContact(vault, ask) : null;
}
