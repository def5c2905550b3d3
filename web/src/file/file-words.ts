import type { Translate } from '#web/words/words.ts';

/** Why a file was not taken, as the door for files says it. */
export interface UploadRefusal {
  code: string;
  message: string;
  field?: string | undefined;
  reason?: string | undefined;
  limit?: number | null | undefined;
}

/** Reads a refusal from an answer; null for what is none. */
export function readRefusal(body: string): UploadRefusal | null {
  try {
    const { errors } = JSON.parse(body) as {
      errors: { message: string; extensions: Omit<UploadRefusal, 'message'> }[];
    };
    const [error] = errors;
    return error ? { ...error.extensions, message: error.message } : null;
  } catch {
    return null;
  }
}

export function refusalInWords({ code, message, field, reason, limit }: UploadRefusal, t: Translate): string {
  const count = limit ?? 0;
  if (field === 'type') return t('file:problem.TYPE');
  if (field === 'bytes')
    return reason === 'EMPTY' ? t('file:refused.empty') : t('file:refused.large', { count });
  if (field === 'files') return t('file:refused.many', { count });
  if (field === 'campaign') return t('file:refused.campaign', { count });
  if (field === 'organization') return t('file:refused.organization', { count });
  if (code === 'DAY_LIMIT') return t('file:refused.day');
  if (code === 'NOT_ALLOWED') return t('file:problem.NOT_ALLOWED');
  return t(`errors:${code}` as 'errors:NOT_FOUND', { defaultValue: message });
}

const KINDS: Readonly<Record<string, string>> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.oasis.opendocument.text': 'ODT',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PPTX',
  'application/vnd.oasis.opendocument.presentation': 'ODP',
  'video/mp4': 'MP4',
  'video/quicktime': 'MOV',
};

/** `PDF, 2.4 MB`: what somebody would take along. */
export function kindAndSize(
  { mediaType, bytes }: { mediaType: string; bytes: number },
  language: string,
): string {
  const size = sizeInWords(bytes, language);
  const kind = KINDS[mediaType];
  return kind ? `${kind}, ${size}` : size;
}

const KILO = 1_000;

/** `840 kB`, `2.4 MB`: as phones and shops count. */
export function sizeInWords(bytes: number, language: string): string {
  const [amount, unit] =
    bytes < KILO ** 2 ? [Math.max(1, Math.round(bytes / KILO)), 'kilobyte'] : [bytes / KILO ** 2, 'megabyte'];
  return new Intl.NumberFormat(language, {
    ...{ style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: amount < 10 ? 1 : 0 },
  }).format(amount);
}
