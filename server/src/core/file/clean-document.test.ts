import { strFromU8, strToU8, unzipSync } from 'fflate';
import { fileTypeFromBuffer } from 'file-type';
import { expect, test } from 'vitest';
import { aBomb, aDocx, anOdt, aPptx } from '../../../test/support/a-document.ts';
import { aPicture, CAMERA } from '../../../test/support/a-picture.ts';
import { cleanDocument } from './clean-document.ts';
import { takenType } from './file-kinds.ts';

test('of a DOCX its text stays; author, company, and the place and camera of its photos go', async () => {
  const clean = await cleanDocument(aDocx(await aPicture()));
  const parts = unzipSync(clean);
  expect(strFromU8(parts['word/document.xml']!)).toContain('We strike at dawn');
  const everything = Buffer.concat(Object.values(parts));
  for (const word of ['Dee of Local 41', 'Bay Transit', CAMERA])
    expect(everything.includes(word)).toBe(false);
  expect((await fileTypeFromBuffer(clean))?.ext).toBe('docx');
});

test('of an ODT too, and it is still known by its first part', async () => {
  const clean = await cleanDocument(anOdt());
  expect(Buffer.concat(Object.values(unzipSync(clean))).includes('Dee')).toBe(false);
  expect((await fileTypeFromBuffer(clean))?.ext).toBe('odt');
});

test('of slides their text stays, and nothing says who made them, where and with what', async () => {
  const clean = await cleanDocument(aPptx(await aPicture()));
  const everything = Buffer.concat(Object.values(unzipSync(clean)));
  expect(everything.includes('We strike at dawn')).toBe(true);
  for (const word of ['Dee of Local 41', 'Bay Transit', CAMERA])
    expect(everything.includes(word)).toBe(false);
  const [pptx, odp] = [clean, await cleanDocument(anOdt('presentation'))];
  const types = await Promise.all(
    [pptx, odp].map(async (each) => (await fileTypeFromBuffer(each))?.mime ?? ''),
  );
  expect(types.map((type) => takenType(type)?.ending)).toEqual(['.pptx', '.odp']);
});

test('a bomb is refused by what it declares, and one that lies as soon as more comes out', async () => {
  const bomb = aBomb(130_000_000);
  expect(bomb.length).toBeLessThan(1_000_000);
  await expect(cleanDocument(bomb)).rejects.toMatchObject({ problem: 'UNPACKS' });
  await expect(cleanDocument(aBomb(130_000_000, 10))).rejects.toMatchObject({ problem: 'BROKEN' });
  // One that is as it says and small is a ZIP like others.
  expect((await cleanDocument(aBomb(1_000))).subarray(0, 2).toString()).toBe('PK');
});

test('a great many parts, macros, and what is no ZIP are refused', async () => {
  const photo = await aPicture();
  const many = Object.fromEntries(Array.from({ length: 4_100 }, (_, at) => [`word/${at}.xml`, strToU8('')]));
  await expect(cleanDocument(aDocx(photo, many))).rejects.toMatchObject({ problem: 'UNPACKS' });
  const macros = aDocx(photo, { 'word/vbaProject.bin': strToU8('Sub') });
  await expect(cleanDocument(macros)).rejects.toMatchObject({ problem: 'TYPE' });
  await expect(cleanDocument(Buffer.from('PK\u0003\u0004 and no more'))).rejects.toMatchObject({
    problem: 'BROKEN',
  });
});
