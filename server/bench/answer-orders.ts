/** The other half of `stage.child`: answers each message with what carrying it out gives, and ends with its parent. */
export function answerOrders<Order>(carryOut: (order: Order) => Promise<object>): void {
  process.on('message', (order: Order) => {
    carryOut(order).then(
      (answer) => process.send?.(answer),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
  process.on('disconnect', () => process.exit(0));
}
