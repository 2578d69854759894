import type { Answerer, Order, Prepare, Report } from './answerer.ts';

const [module = ''] = process.argv.slice(2);
const { prepare } = (await import(module)) as { prepare: Prepare };
const start = await prepare();
const tell = (report: Report): void => {
  process.send?.(report);
};

let bot: Answerer | null = null;
process.on('message', (order: Order) => {
  void obey(order);
});
tell({ is: 'loaded' });

async function obey(order: Order): Promise<void> {
  if (order.do === 'join') {
    const begun = performance.now();
    bot = await start(order);
    tell({ is: 'joined', ms: performance.now() - begun });
  } else if (order.do === 'learn') {
    bot?.learn?.(order.answers);
    tell({ is: 'learnt' });
  } else if (order.do === 'count') {
    const { user, system } = process.cpuUsage();
    tell({ is: 'counted', cpuMs: (user + system) / 1_000 });
  } else {
    await bot?.stop();
    tell({ is: 'left' });
  }
}
