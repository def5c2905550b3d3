/**
 * Whether an endpoint belongs to one of the known push services: browsers use no others, and whoever names another wants
 * this server to ask somewhere on his behalf.
 */
export function isPushService(endpoint: string, services: readonly string[]): boolean {
  const { hostname } = new URL(endpoint);
  return services.some((service) =>
    service.startsWith('.') ? hostname.endsWith(service) : hostname === service,
  );
}
