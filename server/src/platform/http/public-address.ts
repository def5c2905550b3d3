import type { Context } from '../../core/access/context.ts';

/** How people reach this server, without a slash at the end; response-headers.ts made sure of both headers. */
export function publicAddress({ http, services }: Pick<Context, 'http' | 'services'>): string {
  const headers = http?.request.headers;
  if (services.config.publicUrl !== undefined || !headers) return services.config.publicUrl ?? '';
  return `${String(headers['x-forwarded-proto'] ?? 'http')}://${String(headers['x-forwarded-host'] ?? headers.host ?? '')}`;
}
