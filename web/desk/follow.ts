import { desk } from './desk.ts';
import type { StudyAsk, StudyNews } from './types.ts';

/** News are drawn at most this often. */
const REDRAW_MILLISECONDS = 100;

/** A study that the page has asked for. */
export interface Followed {
  /** What is finished counts. */
  stop(): void;
  /** Nobody hears of it again. */
  drop(): void;
}

/** Starts a study and hands on what it says, until it is over, dropped, or another of its kind has begun. */
export function followStudy(ask: StudyAsk, onNews: (news: StudyNews) => void): Followed {
  let isDropped = false;
  const number = desk.startStudy(ask);
  const failed = (error: unknown) => {
    if (!isDropped)
      onNews({
        report: null,
        isOver: true,
        problem: error instanceof Error ? error.message : String(error),
        notices: [],
      });
  };
  const follow = async () => {
    const mine = await number;
    for (;;) {
      const news = await desk.nextStudy(mine);
      if (news === null || isDropped) return;
      onNews(news);
      if (news.isOver) return;
      await new Promise((resolve) => setTimeout(resolve, REDRAW_MILLISECONDS));
    }
  };
  follow().catch(failed);
  const send = (what: 'stopStudy' | 'dropStudy') => void number.then((mine) => desk[what](mine)).catch(() => undefined);
  return {
    stop: () => send('stopStudy'),
    drop() {
      isDropped = true;
      send('dropStudy');
    },
  };
}
