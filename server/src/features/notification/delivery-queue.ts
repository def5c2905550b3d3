/** Sends one message that was decided on. */
export const DELIVERY_QUEUE = 'delivery';
/** How often a message is tried again after it failed; the last time is about two hours after the first. */
export const DELIVERY_RETRIES = 8;
