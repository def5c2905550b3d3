/** Where sealed values live: each opens only in its own row. */
export const addressPlace = (personId: string) => `contact.address:${personId}`;
export const endpointPlace = (subscriptionId: string) => `push_subscription.sealed:${subscriptionId}`;
