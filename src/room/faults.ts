/** What may go wrong with a REST call. `applied` faults do the work first, and then lose or spoil the answer. */
export type RestFault =
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'answer'; readonly status: number; readonly code: number; readonly message: string }
  | { readonly kind: 'limit'; readonly scope: 'user' | 'shared' | 'global'; readonly afterMs: number }
  | { readonly kind: 'limit-html'; readonly afterMs: number }
  | { readonly kind: 'applied'; readonly status: number }
  | { readonly kind: 'cut'; readonly applied: boolean }
  | { readonly kind: 'hang'; readonly ms: number }
  | { readonly kind: 'truncated' };

/** What may go wrong with a dispatch. */
export type GatewayFault =
  | { readonly kind: 'again'; readonly sameSequence: boolean }
  | { readonly kind: 'close'; readonly code: number }
  | { readonly kind: 'reconnect' }
  | { readonly kind: 'invalidate'; readonly resumable: boolean };

/** Asked before each call and after each dispatch; null means that nothing goes wrong this time. */
export interface FaultPlan {
  rest(call: { readonly n: number; readonly method: string; readonly route: string }): RestFault | null;
  gateway(frame: { readonly n: number; readonly event: string }): GatewayFault | null;
}
