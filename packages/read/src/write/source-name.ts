import { quotedIfNeeded } from '@fiscal/language';

/** A name as a source may have it: of quotes only those that pair and hold something, no hole, no bare amount. */
export function sourceName(name: string): string {
  const bare = withPairedQuotes(name.replace(/["\r\n\\]/g, ''))
    .replaceAll('【', '〔')
    .replaceAll('】', '〕')
    .trim();
  if (!/[\p{L}\p{N}]/u.test(bare)) return '未名';
  // A code stands for itself, any other figure would be an amount.
  return /^\d{1,2}$|^\d{8,}$/.test(bare) ? `"${bare}"` : quotedIfNeeded(bare);
}

/** “转企升规”培育: all quotes pair, one in the other never; otherwise there are none. */
function withPairedQuotes(name: string): string {
  const isPaired = name.replace(/“[^“”]+”/g, '').search(/[“”]/) < 0;
  return isPaired ? name : name.replace(/[“”]/g, '');
}
