import { countingUnits, moneyUnits } from '@fiscal/core';

/** Units that may stand apart from their number: 8 次. Others are written close: 1820条. */
export const unitWords = new Set([...moneyUnits, ...countingUnits]);
