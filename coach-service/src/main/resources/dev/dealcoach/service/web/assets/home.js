// Pages whose only script is to show times as people say them.

import { showTimes } from './times.js';

showTimes();
