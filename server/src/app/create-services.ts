import type { PlatformServices, Services } from '../platform/services.ts';
import { features } from './features.ts';

/** What use cases work with: what the platform gives, and what each noun adds to it. */
export function createServices<Given extends PlatformServices>(given: Given): Given & Services {
  const services = { ...given } as Given & Services;
  for (const { services: added } of features) Object.assign(services, added?.(services, features));
  return services;
}
