import type { Log } from '../traffic-log.ts';
import {
  nameOf,
  type ConnectionFault,
  type FaultPlan,
  type GatewayFault,
  type Occasion,
  type RestFault,
} from './plan.ts';

/** Asks the plan for each call, dispatch and connection, counts them, and logs the faults. */
export interface Occasions {
  rest(route: string, subject: string): RestFault | null;
  gateway(event: string, subject: string): GatewayFault | null;
  connection(): ConnectionFault | null;
}

export function openOccasions(plan: FaultPlan | null, log: Log): Occasions {
  const counts = new Map<string, number>();
  const occasion = (route: string, subject: string): Occasion => {
    const key = `${route} ${subject}`;
    const nth = (counts.get(key) ?? 0) + 1;
    counts.set(key, nth);
    return { route, subject, nth };
  };
  const noted = <Kind extends RestFault | GatewayFault | ConnectionFault>(
    one: Occasion,
    fault: Kind | null,
  ): Kind | null => {
    if (fault) log.write('fault', `${nameOf(one)}: ${JSON.stringify(fault)}`, { request: { occasion: one, fault } });
    return fault;
  };
  return {
    rest(route, subject) {
      if (!plan) return null;
      const one = occasion(route, subject);
      return noted(one, plan.rest(one));
    },
    gateway(event, subject) {
      if (!plan) return null;
      const one = occasion(`dispatch ${event}`, subject);
      return noted(one, plan.gateway(one));
    },
    connection() {
      if (!plan) return null;
      const one = occasion('connection', '');
      return noted(one, plan.connection(one));
    },
  };
}
