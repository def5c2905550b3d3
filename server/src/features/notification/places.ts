/** Where sealed values live: each opens only in its own row. */
export const addressPlace = (personId: string) => `contact.address:${personId}`;
/** How somebody may be reached who answered an opening. */
export const contactPlace = (applicationId: string) => `application.contact:${applicationId}`;
export const endpointPlace = (subscriptionId: string) => `push_subscription.sealed:${subscriptionId}`;
