/** Does the work again and again, each time an interval after it has ended. Gives what stops it. */
export function every(intervalMs: number, work: () => Promise<void>, onError: (error: unknown) => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const schedule = () => {
    timer = setTimeout(() => {
      work()
        .catch(onError)
        .finally(() => {
          if (!isStopped) schedule();
        });
    }, intervalMs).unref();
  };
  schedule();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
