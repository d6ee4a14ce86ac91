import { createRequire } from "node:module";
// \0rolldown/runtime.js
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
		key = keys[i];
		if (!__hasOwnProp.call(to, key) && key !== except) __defProp(to, key, {
			get: ((k) => from[k]).bind(null, key),
			enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
		});
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));
var __require = /* #__PURE__ */ (() => createRequire(import.meta.url))();
// src/compile/csr.ts
function packRows(rows) {
	const offsets = new Int32Array(rows.length + 1);
	rows.forEach((row, i) => offsets[i + 1] = offsets[i] + row.length);
	const list = new Int32Array(offsets[rows.length]);
	rows.forEach((row, i) => list.set(row, offsets[i]));
	return {
		offsets,
		list
	};
}
// src/compile/program.ts
/** Fields of a clock's record in `clocks`; a record is one stride, so that an event touches one cache line of it. */
const CLOCK = {
	ownerKind: 0,
	owner: 1,
	upDraw: 2,
	downDraw: 3,
	losesData: 4,
	cause: 5,
	stream: 6,
	stride: 7
};
/** Clocks of one kind in a row: the first one, how many, and the purpose of the streams that say how each begins. */
const FLEET = {
	clock: 0,
	clocks: 1,
	start: 2,
	stride: 3
};
/**
* Fields of a source's record in `sources`: the first of its clocks, how many there are, among how many places a ring
* chooses (2 to this power; those beyond the clocks are empty), the draw of a repair (−1: none), and the rows of the
* streams of its rings and of its repairs.
*/
const SOURCE = {
	clock: 0,
	clocks: 1,
	bits: 2,
	repairDraw: 3,
	rings: 4,
	repairs: 5,
	stride: 6
};
/** What a clock stops and starts again (`CLOCK.ownerKind`). */
const OWNER = {
	member: 0,
	domain: 1,
	shock: 2,
	falsePositive: 3,
	corruption: 4
};
/** A table with a row for each kind of owner, as it is looked up: [OWNER]. */
function byOwner(rows) {
	return listed(OWNER, rows);
}
/** `serviceMode`. None: it has no members, and only needs others. */
const MODE = {
	none: 0,
	activeActive: 1,
	activePassive: 2,
	quorum: 3
};
/** A table with a row for each mode, as it is looked up: [MODE]. */
function byMode(rows) {
	return listed(MODE, rows);
}
/** `replicationMode`. */
const REPLICATION$1 = {
	none: 0,
	sync: 1,
	semiSync: 2,
	async: 3
};
/**
* Fields of a backup policy's record in `policies`. Seconds between backups of each kind (Infinity: none of that kind;
* log 0: all the time), seconds that a backup is kept, bytes of a full, bytes that change in a second, bytes per second
* (Infinity: no time at all), the chance that one restores, seconds between drills (Infinity: none), and each how
* many-th incremental falls together with a differential (Infinity: none does).
*/
const POLICY = {
	full: 0,
	differential: 1,
	incremental: 2,
	log: 3,
	retention: 4,
	size: 5,
	change: 6,
	backupRate: 7,
	restoreRate: 8,
	replayRate: 9,
	restorable: 10,
	drill: 11,
	coinciding: 12,
	stride: 13
};
/** A table by name as a list by place, so that the compiler sees whether a row is missing. */
function listed(places, rows) {
	const list = [];
	for (const key in places) list[places[key]] = rows[key];
	return list;
}
/** Opcodes of `answerCode`: a number ≥ 0 multiplies by that service's own share. */
const ANSWER = {
	push: -1,
	want: -2
};
// src/compile/answers.ts
/**
* How each service's answer follows from own shares: it and all that it needs, directly or not, multiply, each once
* however many paths lead to it; a service that is wanted multiplies by f + (1 − f) × its answer, in which what the
* whole already needs does not count again.
*/
function compileAnswers(services) {
	const codes = [];
	const factors = [];
	const involved = [];
	let deepest = 0;
	services.forEach((_, index) => {
		const code = [];
		const factor = [];
		deepest = Math.max(deepest, emit(services, index, /* @__PURE__ */ new Set(), code, factor));
		codes.push(code);
		factors.push(factor);
		involved.push(new Set(code.filter((k) => k >= 0)));
	});
	const dependents = services.map(() => []);
	involved.forEach((owns, index) => owns.forEach((own) => dependents[own].push(index)));
	const factorOffsets = new Int32Array(services.length + 1);
	factors.forEach((row, i) => factorOffsets[i + 1] = factorOffsets[i] + row.length);
	return {
		dependents: packRows(dependents),
		code: packRows(codes),
		factorOffsets,
		factors: Float64Array.from(factors.flat()),
		depth: deepest
	};
}
/**
* Appends the code for one service's answer, without what is counted already; returns the nesting used. `counted` is
* lent: it is as it was when the call returns, so that nothing is copied on the way down.
*/
function emit(services, root, counted, code, factors) {
	const added = closure(services, root).filter((index) => !counted.has(index));
	for (const index of added) {
		counted.add(index);
		code.push(index);
	}
	let depth = 0;
	for (const index of added) for (const want of services[index].wants) {
		if (counted.has(want.service)) continue;
		code.push(ANSWER.push);
		depth = Math.max(depth, 1 + emit(services, want.service, counted, code, factors));
		code.push(ANSWER.want);
		factors.push(want.without);
	}
	for (const index of added) counted.delete(index);
	return depth;
}
/** The service and all that it needs, directly or not; what is needed comes after what needs it. */
function closure(services, root) {
	const seen = /* @__PURE__ */ new Set([root]);
	const queue = [root];
	for (let i = 0; i < queue.length; i++) for (const need of services[queue[i]].needs) {
		if (seen.has(need)) continue;
		seen.add(need);
		queue.push(need);
	}
	return queue;
}
// src/compile/backups.ts
/**
* A service that works on sites looks after the data in them if it replicates between them, or if it is active-passive
* and the sites that stand by are restored from backups. Otherwise each copy looks after its own.
* @param struck [service] a failure that destroys data strikes its members
*/
function mapData(model, sites, firstMember, struck) {
	const { services } = model;
	const policies = [];
	const known = /* @__PURE__ */ new Map();
	const policyOf = (service, data) => {
		let index = known.get(service.written);
		if (index === void 0) known.set(service.written, index = policies.push({
			backup: service.backup,
			data
		}) - 1);
		return index;
	};
	const inside = services.map((service, i) => service.sites === null ? [] : sites.within[firstMember[i]]);
	const own = services.map((service, i) => sourcesOf(service, inside[i]));
	function sourcesOf(service, within) {
		if (service.backup !== null) return [policyOf(service, service.data ?? together(within))];
		return [...new Set(within.flatMap((i) => services[i].backup === null ? [] : [policyOf(services[i], services[i].data ?? together([]))]))];
	}
	function together(within) {
		const first = within.filter((i) => services[i].inFirstSite);
		const sum = (of) => first.reduce((total, i) => total + (services[i].data === null ? 0 : of(services[i].data)), 0);
		return {
			sizeBytes: sum((d) => d.sizeBytes),
			changeBytesPerSecond: sum((d) => d.changeBytesPerSecond),
			costPerByteSecond: 0
		};
	}
	const standbysEmpty = services.map((service, i) => service.mode === "active-passive" && service.placement.length > 0 && service.replication === null && own[i].length > 0);
	const looksAfter = services.map((service, i) => service.sites !== null && (service.replication !== null || standbysEmpty[i]));
	const holdsData = services.map((service, i) => struck[i] && service.sites === null || service.data !== null || service.backup !== null || looksAfter[i]);
	const dataSite = services.map(() => -1);
	services.forEach((service, i) => {
		if (!looksAfter[i]) return;
		service.placement.forEach((_, site) => {
			const member = firstMember[i] + site;
			for (const index of sites.within[member]) if (holdsData[index] && (dataSite[index] < 0 || sites.within[member].length < sites.within[dataSite[index]].length)) dataSite[index] = member;
		});
	});
	const restores = services.map((service, i) => dataSite[i] >= 0 || service.sites !== null && !looksAfter[i] && service.backup === null ? [] : own[i]);
	return {
		holdsData,
		dataSite,
		standbysEmpty: standbysEmpty.map((empty, i) => empty && (restores[i].length > 0 || dataSite[i] >= 0)),
		restore: packRows(restores),
		policies: Float64Array.from(policies.flatMap(({ backup, data }) => record$2(backup, data))),
		names: [...known.keys()],
		provisions: policies.map(({ backup }) => backup.provision),
		copies: packRows(policies.map(({ backup }) => backup.copies))
	};
}
function record$2(backup, data) {
	const fields = new Array(POLICY.stride).fill(0);
	fields[POLICY.full] = backup.fullSeconds;
	fields[POLICY.differential] = backup.differentialSeconds ?? Infinity;
	fields[POLICY.incremental] = backup.incrementalSeconds ?? Infinity;
	fields[POLICY.log] = backup.logSeconds ?? Infinity;
	fields[POLICY.retention] = backup.retentionSeconds;
	fields[POLICY.size] = data.sizeBytes;
	fields[POLICY.change] = data.changeBytesPerSecond;
	fields[POLICY.backupRate] = backup.backupRate;
	fields[POLICY.restoreRate] = backup.restoreRate;
	fields[POLICY.replayRate] = backup.replayRate;
	fields[POLICY.restorable] = backup.restorable;
	fields[POLICY.drill] = backup.drillSeconds ?? Infinity;
	fields[POLICY.coinciding] = coinciding(fields[POLICY.incremental], fields[POLICY.differential]);
	return fields;
}
/** Of schedules that meet more rarely than once in so many incrementals it is no matter whether they meet. */
const RAREST_MEETING = 1e4;
const SAME_SECONDS = 1e-6;
function coinciding(incremental, differential) {
	if (incremental === Infinity || differential === Infinity) return Infinity;
	const whole = Math.round(differential / incremental);
	if (whole >= 1 && Math.abs(differential - whole * incremental) < SAME_SECONDS) return whole;
	for (let n = 1; n <= RAREST_MEETING; n++) {
		const since = n * incremental;
		if (Math.abs(since - Math.round(since / differential) * differential) < SAME_SECONDS) return n;
	}
	return Infinity;
}
// src/random/bits.ts
/**
* The words of a double: one shared buffer through which the elementary functions read and write
* exponents. Single-threaded by nature; nothing may be left in it across a call.
*/
const DOUBLE = /* @__PURE__ */ new Float64Array(1);
const WORDS$1 = new Uint32Array(DOUBLE.buffer);
DOUBLE[0] = 1;
/** Index in `WORDS` of the sign, exponent and upper 20 bits of the fraction. */
const HIGH = WORDS$1[1] === 1072693248 ? 1 : 0;
/** Index in `WORDS` of the lower 32 bits of the fraction. */
const LOW = 1 - HIGH;
/** x with the lower 32 bits of its fraction cleared: products of two such values are exact. */
function upperHalf(x) {
	DOUBLE[0] = x;
	WORDS$1[LOW] = 0;
	return DOUBLE[0];
}
/** y · 2^n for y near 1; gradual underflow rounds once. n from -1076 to 1024. */
function scaleByPowerOfTwo(y, n) {
	if (n > 1023) return y * 2 * 898846567431158e293;
	DOUBLE[0] = y;
	if (n >= -1021) {
		WORDS$1[HIGH] += n << 20;
		return DOUBLE[0];
	}
	WORDS$1[HIGH] += n + 1e3 << 20;
	return DOUBLE[0] * 9332636185032189e-317;
}
// src/random/power.ts
/**
* x^y through a logarithm carried in two doubles.
*
* Ported from fdlibm: e_pow.c, for x > 0.
* Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved.
* Permission to use, copy, modify, and distribute this software is freely granted, provided that
* this notice is preserved.
*/
const LG2 = .6931471805599453;
const LG2_HIGH = .6931471824645996;
const LG2_LOW = -1.904654299957768e-9;
/** 2 / (3 ln 2), and its parts. */
const CP = .9617966939259756;
const CP_HIGH = .9617967009544373;
const CP_LOW = -7.028461650952758e-9;
const INVERSE_LN2$1 = 1.4426950408889634;
const INVERSE_LN2_HIGH = 1.4426950216293335;
const INVERSE_LN2_LOW = 1.9259629911266175e-8;
/** log2(1.5) in two parts. */
const LOG2_THREE_HALVES_HIGH = .5849624872207642;
const LOG2_THREE_HALVES_LOW = 1.350039202129749e-8;
/** log2(x) as the sum of two, the first with the lower half of its bits clear: nothing is allocated for it. */
const LOG2 = /* @__PURE__ */ new Float64Array(2);
/** x^y for x > 0 (0 and Infinity by their limits, x < 0 gives NaN). Error below 1 ulp. */
function power(x, y) {
	if (y === 0 || x === 1) return 1;
	if (!(x > 0) || x === Infinity || y !== y) return atLimit(x, y);
	if (y === 1) return x;
	if (y === 2) return x * x;
	if (y === .5) return Math.sqrt(x);
	if (Math.abs(y) > 2147483648) {
		if (Math.abs(x - 1) > 9.5367431640625e-7 || Math.abs(y) > 0x10000000000000000) return x < 1 === y > 0 ? 0 : Infinity;
		setLog2NearOne(x - 1);
	} else setLog2(x);
	const yHigh = upperHalf(y);
	const low = (y - yHigh) * LOG2[0] + y * LOG2[1];
	const high = yHigh * LOG2[0];
	const z = low + high;
	if (z >= 1024) return Infinity;
	if (z <= -1075) return 0;
	return powerOfTwo(high, low);
}
/** log2(1 + t), by its series. */
function setLog2NearOne(t) {
	const w = t * t * (.5 - t * (.3333333333333333 - t * .25));
	const u = INVERSE_LN2_HIGH * t;
	const v = t * INVERSE_LN2_LOW - w * INVERSE_LN2$1;
	LOG2[0] = upperHalf(u + v);
	LOG2[1] = v - (LOG2[0] - u);
}
function setLog2(x) {
	let n = -1023;
	if (x < 22250738585072014e-324) {
		x *= 9007199254740992;
		n -= 53;
	}
	DOUBLE[0] = x;
	let ix = WORDS$1[HIGH];
	n += ix >>> 20;
	const fraction = ix & 1048575;
	ix = fraction | 1072693248;
	let nearThreeHalves = 0;
	if (fraction >= 767610) {
		n += 1;
		ix -= 1048576;
	} else if (fraction > 235662) nearThreeHalves = 1;
	WORDS$1[HIGH] = ix;
	const a = DOUBLE[0];
	const base = nearThreeHalves === 0 ? 1 : 1.5;
	const u = a - base;
	const v = 1 / (a + base);
	const s = u * v;
	const sHigh = upperHalf(s);
	WORDS$1[HIGH] = (ix >> 1 | 536870912) + 524288 + (nearThreeHalves << 18);
	WORDS$1[LOW] = 0;
	const sumHigh = DOUBLE[0];
	const sLow = v * (u - sHigh * sumHigh - sHigh * (a - (sumHigh - base)));
	let s2 = s * s;
	let r = s2 * s2 * (.5999999999999946 + s2 * (.4285714285785502 + s2 * (.33333332981837743 + s2 * (.272728123808534 + s2 * (.23066074577556175 + s2 * .20697501780033842)))));
	r += sLow * (sHigh + s);
	s2 = sHigh * sHigh;
	const tHigh = upperHalf(3 + s2 + r);
	const tLow = r - (tHigh - 3 - s2);
	const product = sHigh * tHigh;
	const rest = sLow * tHigh + tLow * s;
	const pHigh = upperHalf(product + rest);
	const pLow = rest - (pHigh - product);
	const zHigh = CP_HIGH * pHigh;
	const zLow = CP_LOW * pHigh + pLow * CP + nearThreeHalves * LOG2_THREE_HALVES_LOW;
	const baseHigh = nearThreeHalves * LOG2_THREE_HALVES_HIGH;
	LOG2[0] = upperHalf(zHigh + zLow + baseHigh + n);
	LOG2[1] = zLow - (LOG2[0] - n - baseHigh - zHigh);
}
/** 2^(high + low). */
function powerOfTwo(high, low) {
	const z = low + high;
	const n = Math.abs(z) > .5 ? Math.floor(z + .5) : 0;
	const rest = high - n;
	const t = upperHalf(low + rest);
	const u = t * LG2_HIGH;
	const v = (low - (t - rest)) * LG2 + t * LG2_LOW;
	const e = u + v;
	const w = v - (e - u);
	const e2 = e * e;
	const c = e - e2 * (.16666666666666602 + e2 * (-.0027777777777015593 + e2 * (6613756321437934e-20 + e2 * (-16533902205465252e-22 + e2 * 4.1381367970572385e-8))));
	return scaleByPowerOfTwo(1 - (e * c / (c - 2) - (w + e * w) - e), n);
}
function atLimit(x, y) {
	if (!(x >= 0) || y !== y) return NaN;
	return x === 0 === y > 0 ? 0 : Infinity;
}
// src/random/elementary.ts
/**
* Elementary functions from IEEE additions, multiplications and divisions only, so that every
* JavaScript engine gives the same bits (`Math.log` and its like may differ in the last digit).
* Error below 1 ulp. No checks: outside their domain they return NaN or an infinity, as Math does.
*
* Ported from fdlibm: e_log.c, e_exp.c, s_expm1.c, s_log1p.c.
* Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
* Developed at SunSoft, a Sun Microsystems, Inc. business. Permission to use, copy, modify, and
* distribute this software is freely granted, provided that this notice is preserved.
*/
const LN2_HIGH = .6931471803691238;
const LN2_LOW = 19082149292705877e-26;
const INVERSE_LN2 = 1.4426950408889634;
const HALF_LN2 = .34657359027997264;
const THREE_HALVES_LN2 = 1.0397207708399179;
const OVERFLOW = 709.782712893384;
const UNDERFLOW = -745.1332191019411;
const L1 = .6666666666666735;
const L2 = .3999999999940942;
const L3 = .2857142874366239;
const L4 = .22222198432149784;
const L5 = .1818357216161805;
const L6 = .15313837699209373;
const L7 = .14798198605116586;
/** Natural logarithm. ln(0) is -Infinity, ln of a negative number NaN. */
function ln(x) {
	if (!(x > 0)) return x === 0 ? -Infinity : NaN;
	if (x === Infinity) return x;
	let k = -1023;
	if (x < 22250738585072014e-324) {
		k -= 54;
		x *= 0x40000000000000;
	}
	DOUBLE[0] = x;
	let hx = WORDS$1[HIGH];
	k += hx >>> 20;
	hx &= 1048575;
	const up = hx + 614244 & 1048576;
	WORDS$1[HIGH] = hx | up ^ 1072693248;
	k += up >>> 20;
	const f = DOUBLE[0] - 1;
	if ((1048575 & 2 + hx) < 3) {
		if (f === 0) return k * LN2_HIGH + k * LN2_LOW;
		const r = f * f * (.5 - .3333333333333333 * f);
		return k === 0 ? f - r : k * LN2_HIGH - (r - k * LN2_LOW - f);
	}
	const s = f / (2 + f);
	const z = s * s;
	const w = z * z;
	const r = w * (L2 + w * (L4 + w * L6)) + z * (L1 + w * (L3 + w * (L5 + w * L7)));
	if ((hx - 398458 | 440401 - hx) > 0) {
		const h = .5 * f * f;
		return k === 0 ? f - (h - s * (h + r)) : k * LN2_HIGH - (h - (s * (h + r) + k * LN2_LOW) - f);
	}
	return k === 0 ? f - s * (f - r) : k * LN2_HIGH - (s * (f - r) - k * LN2_LOW - f);
}
/** e^x. */
function exp(x) {
	if (x > OVERFLOW) return Infinity;
	if (x < UNDERFLOW) return 0;
	const size = Math.abs(x);
	let k = 0;
	let high = x;
	let low = 0;
	if (size > HALF_LN2) {
		k = size < THREE_HALVES_LN2 ? x < 0 ? -1 : 1 : INVERSE_LN2 * x + (x < 0 ? -.5 : .5) | 0;
		high = x - k * LN2_HIGH;
		low = k * LN2_LOW;
		x = high - low;
	} else if (size < 3.725290298461914e-9) return 1 + x;
	const t = x * x;
	const c = x - t * (.16666666666666602 + t * (-.0027777777777015593 + t * (6613756321437934e-20 + t * (-16533902205465252e-22 + t * 4.1381367970572385e-8))));
	if (k === 0) return 1 - (x * c / (c - 2) - x);
	return scaleByPowerOfTwo(1 - (low - x * c / (2 - c) - high), k);
}
/** e^x - 1, without cancellation near 0. */
function expm1(x) {
	if (x > OVERFLOW) return Infinity;
	if (x < -38.816242) return -1;
	const size = Math.abs(x);
	let k = 0;
	let correction = 0;
	if (size > HALF_LN2) {
		k = size < THREE_HALVES_LN2 ? x < 0 ? -1 : 1 : INVERSE_LN2 * x + (x < 0 ? -.5 : .5) | 0;
		const high = x - k * LN2_HIGH;
		const low = k * LN2_LOW;
		x = high - low;
		correction = high - x - low;
	} else if (size < 5551115123125783e-32) return x;
	const half = .5 * x;
	const square = x * half;
	const r = 1 + square * (-.03333333333333313 + square * (.0015873015872548146 + square * (-793650757867488e-19 + square * (4008217827329362e-21 + square * -2.0109921818362437e-7))));
	const t = 3 - r * half;
	let e = square * ((r - t) / (6 - x * t));
	if (k === 0) return x - (x * e - square);
	e = x * (e - correction) - correction - square;
	if (k === -1) return .5 * (x - e) - .5;
	if (k === 1) return x < -.25 ? -2 * (e - (x + .5)) : 1 + 2 * (x - e);
	if (k <= -2 || k > 56) return scaleByPowerOfTwo(1 - (e - x), k) - 1;
	const tiny = scaleByPowerOfTwo(1, -k);
	if (k < 20) return scaleByPowerOfTwo(1 - tiny - (e - x), k);
	return scaleByPowerOfTwo(x - (e + tiny) + 1, k);
}
/** ln(1 + x), without cancellation near 0. */
function log1p(x) {
	if (!(x > -1)) return x === -1 ? -Infinity : NaN;
	if (x === Infinity) return x;
	let k = 0;
	let f = x;
	let correction = 0;
	if (!(x > -.2929 && x < .41422)) {
		const u = 1 + x;
		DOUBLE[0] = u;
		const fraction = WORDS$1[HIGH] & 1048575;
		k = (WORDS$1[HIGH] >>> 20) - 1023;
		correction = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
		if (fraction < 434334) WORDS$1[HIGH] = fraction | 1072693248;
		else {
			k += 1;
			WORDS$1[HIGH] = fraction | 1071644672;
		}
		f = DOUBLE[0] - 1;
	} else if (Math.abs(x) < 1.862645149230957e-9) return x - x * x * .5;
	const h = .5 * f * f;
	const s = f / (2 + f);
	const z = s * s;
	const r = z * (L1 + z * (L2 + z * (L3 + z * (L4 + z * (L5 + z * (L6 + z * L7))))));
	if (k === 0) return f - (h - s * (h + r));
	return k * LN2_HIGH - (h - (s * (h + r) + (k * LN2_LOW + correction)) - f);
}
// src/random/special/gamma-function.ts
const LN_SQRT_TWO_PI$1 = .9189385332046728;
/** B(2k) / (2k (2k-1)), k = 1... : Stirling's series (Abramowitz & Stegun 1964, 6.1.40). */
const STIRLING = [
	1 / 12,
	-1 / 360,
	1 / 1260,
	-1 / 1680,
	1 / 1188,
	-691 / 360360,
	1 / 156,
	-3617 / 122400,
	43867 / 244188,
	-174611 / 125400
];
/**
* What Stirling's formula leaves out: ln Γ(x + 1) - ((x + 1/2) ln x - x + ln sqrt(2π)), for x > 0.
* Catherine Loader's `stirlerr` (2000, "Fast and accurate computation of binomial probabilities").
*/
function stirlingError(x) {
	if (x < 10) return lnGamma1p(x) - ((x + .5) * ln(x) - x + LN_SQRT_TWO_PI$1);
	return stirlingSeries(x);
}
/** ln Γ(x) for x > 0; absolute error a few 1e-15 below x = 10, relative a few 1e-16 above. */
function lnGamma(x) {
	if (!(x > 0)) return x === 0 ? Infinity : NaN;
	if (x === Infinity) return x;
	if (x >= 10) return (x - .5) * ln(x) - x + LN_SQRT_TWO_PI$1 + stirlingSeries(x);
	return x < 1 ? lnGamma1p(x) - ln(x) : lnGamma1p(x - 1);
}
/** ln Γ(1 + x) for x >= -1/2; relative error small down to x = 0, where it vanishes. */
function lnGamma1p(x) {
	if (x >= 9) return lnGamma(x + 1);
	let rest = x;
	let product = 1;
	while (rest > 1.5) {
		product *= rest;
		rest -= 1;
	}
	const shift = product === 1 ? 0 : ln(product);
	return (rest > .5 ? lnGamma2p(rest - 1) : lnGamma2p(rest) - log1p(rest)) + shift;
}
/** ζ(k) - 1 for k = 2, 3, ... (Abramowitz & Stegun 1964, table 23.3). */
const ZETA_MINUS_1 = zetaTable(52);
/** ln Γ(2 + z), |z| <= 1/2: (1 - γ) z + Σ (-1)^k (ζ(k) - 1) z^k / k (Abramowitz & Stegun 1964, 6.1.33). */
function lnGamma2p(z) {
	let sum = 0;
	for (let k = ZETA_MINUS_1.length + 1; k >= 2; k--) {
		const term = ZETA_MINUS_1[k - 2] / k;
		sum = (k % 2 === 0 ? term : -term) + z * sum;
	}
	return z * (.42278433509846713 + z * sum);
}
/** Euler–Maclaurin (same, 23.2) after N = 15 terms: exact operations only, good to the last digit or two. */
function zetaTable(last) {
	const N = 15;
	const table = new Float64Array(last - 1);
	for (let k = 2; k <= last; k++) {
		let power = 1;
		for (let i = 0; i < k; i++) power /= N;
		let sum = power * N / (k - 1) + power / 2;
		let term = k * power / N;
		for (const [j, bernoulli] of [
			1 / 12,
			-1 / 720,
			1 / 30240,
			-1 / 1209600,
			1 / 47900160,
			-691 / 1307674368e3
		].entries()) {
			sum += bernoulli * term;
			term *= (k + 2 * j + 1) * (k + 2 * j + 2) / 225;
		}
		for (let n = 14; n >= 2; n--) {
			let inverse = 1;
			for (let i = 0; i < k; i++) inverse /= n;
			sum += inverse;
		}
		table[k - 2] = sum;
	}
	return table;
}
function stirlingSeries(x) {
	const inverse = 1 / x;
	const inverse2 = inverse * inverse;
	let sum = 0;
	for (let k = STIRLING.length - 1; k >= 0; k--) sum = STIRLING[k] + inverse2 * sum;
	return sum * inverse;
}
// src/random/special/normal.ts
/** The 95th percentile of the standard normal distribution. */
const NORMAL_P95 = 1.6448536269514722;
const INVERSE_SQRT_TWO_PI = .3989422804014327;
/** Φ(x): the standard normal distribution function. Small lower tails keep their digits. */
function normalCdf(x) {
	return normalUpper(-x);
}
/** 1 - Φ(x), with the digits of a small upper tail. */
function normalUpper(x) {
	if (x < 0) return 1 - normalUpper(-x);
	if (x > 39) return 0;
	const density = INVERSE_SQRT_TWO_PI * expHalfSquare(x);
	if (x < 2) {
		let term = x;
		let sum = x;
		for (let n = 3; term > 1e-17 * sum; n += 2) {
			term *= x * x / n;
			sum += term;
		}
		return .5 - density * sum;
	}
	let fraction = x;
	for (let n = Math.floor(8 + 720 / (x * x)); n >= 1; n--) fraction = x + n / fraction;
	return density / fraction;
}
/** e^(-x²/2), x² in two parts: far out, its rounding would cost digits. */
function expHalfSquare(x) {
	const head = Math.floor(x * 16) / 16;
	return exp(-.5 * head * head) * exp(-.5 * (x - head) * (x + head));
}
/**
* The x with Φ(x) = p: -Infinity at 0, Infinity at 1. Relative error about 1e-16 (Wichura 1988,
* "Algorithm AS 241: The percentage points of the normal distribution", Applied Statistics 37:477-484).
*/
function normalQuantile(p) {
	if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : NaN;
	const q = p - .5;
	if (Math.abs(q) <= .425) return q * ratio(CENTRE, .180625 - q * q);
	const r = Math.sqrt(-ln(q < 0 ? p : 1 - p));
	const x = r <= 5 ? ratio(MIDDLE, r - 1.6) : ratio(FAR, r - 5);
	return q < 0 ? -x : x;
}
const CENTRE = {
	numerator: [
		3.3871328727963665,
		133.14166789178438,
		1971.5909503065513,
		13731.69376550946,
		45921.95393154987,
		67265.7709270087,
		33430.57558358813,
		2509.0809287301227
	],
	denominator: [
		1,
		42.31333070160091,
		687.1870074920579,
		5394.196021424751,
		21213.794301586597,
		39307.89580009271,
		28729.085735721943,
		5226.495278852854
	]
};
const MIDDLE = {
	numerator: [
		1.4234371107496835,
		4.630337846156546,
		5.769497221460691,
		3.6478483247632045,
		1.2704582524523684,
		.2417807251774506,
		.022723844989269184,
		.0007745450142783414
	],
	denominator: [
		1,
		2.053191626637759,
		1.6763848301838038,
		.6897673349851,
		.14810397642748008,
		.015198666563616457,
		.0005475938084995345,
		1.0507500716444169e-9
	]
};
const FAR = {
	numerator: [
		6.657904643501103,
		5.463784911164114,
		1.7848265399172913,
		.29656057182850487,
		.026532189526576124,
		.0012426609473880784,
		27115555687434876e-21,
		2.0103343992922881e-7
	],
	denominator: [
		1,
		.599832206555888,
		.1369298809227358,
		.014875361290850615,
		.0007868691311456133,
		18463183175100548e-21,
		1.421511758316446e-7,
		20442631033899397e-31
	]
};
function ratio({ numerator, denominator }, r) {
	let above = 0;
	let below = 0;
	for (let i = numerator.length - 1; i >= 0; i--) {
		above = above * r + numerator[i];
		below = below * r + denominator[i];
	}
	return above / below;
}
// src/random/parameters.ts
/** Beyond these the mean is carried by draws that never occur, and the variance soon overflows. */
const SMALLEST_WEIBULL_SHAPE = .05;
const WIDEST_LOGNORMAL = 1e7;
/** The standard deviation of ln X, from ln(p95 / median). */
function lognormalSigma(median, p95) {
	return p95 === median ? 0 : ln(p95 / median) / NORMAL_P95;
}
/** The scale of a Weibull distribution (its 63rd percentile), from mean = scale · Γ(1 + 1/shape). */
function weibullScale(shape, mean) {
	return mean * exp(-lnGamma1p(1 / shape));
}
/** What is wrong with the parameters, in words; null if nothing is. */
function distributionFault(d) {
	switch (d.kind) {
		case "constant": return isTime(d.value) ? null : "the value must be finite and not negative";
		case "exponential": return isTime(d.mean) ? null : "the mean must be finite and not negative";
		case "uniform": return isTime(d.min) && isTime(d.max) && d.min <= d.max ? null : "0 <= min <= max must hold";
		case "triangular": return isTime(d.min) && isTime(d.max) && d.min <= d.mode && d.mode <= d.max ? null : "0 <= min <= mode <= max must hold";
		case "lognormal":
			if (!(isTime(d.median) && isTime(d.p95) && d.median <= d.p95 && (d.median > 0 || d.p95 === 0))) return "0 < median <= p95 must hold";
			return d.p95 <= WIDEST_LOGNORMAL * d.median ? null : "p95 must not exceed 10 million times the median";
		case "weibull":
		case "gamma":
			if (!(isTime(d.shape) && d.shape > 0)) return "the shape must be finite and positive";
			if (d.kind === "weibull" && d.shape < SMALLEST_WEIBULL_SHAPE) return "a Weibull shape must be 0.05 or more";
			return isTime(d.mean) ? null : "the mean must be finite and not negative";
		case "empirical": return d.values.length > 0 && d.values.every(isTime) ? null : "one value or more, finite and not negative";
	}
}
/** Whether every draw is the same number (possibly 0). */
function isConstant(d) {
	switch (d.kind) {
		case "constant": return true;
		case "uniform":
		case "triangular": return d.min === d.max;
		case "lognormal": return d.median === d.p95;
		case "exponential":
		case "weibull":
		case "gamma": return d.mean === 0;
		case "empirical": return d.values.every((v) => v === d.values[0]);
	}
}
/** Whether every draw is 0. */
function isConstantZero(d) {
	if (!isConstant(d)) return false;
	switch (d.kind) {
		case "constant": return d.value === 0;
		case "uniform":
		case "triangular": return d.max === 0;
		case "lognormal": return d.median === 0;
		case "exponential":
		case "weibull":
		case "gamma": return true;
		case "empirical": return d.values[0] === 0;
	}
}
function isTime(x) {
	return x >= 0 && x < Infinity;
}
// src/random/moments.ts
/** The expected value, in seconds. */
function mean(d) {
	switch (d.kind) {
		case "constant": return d.value;
		case "exponential":
		case "weibull":
		case "gamma": return d.mean;
		case "uniform": return (d.min + d.max) / 2;
		case "triangular": return (d.min + d.mode + d.max) / 3;
		case "lognormal": {
			const sigma = lognormalSigma(d.median, d.p95);
			return d.median * exp(sigma * sigma / 2);
		}
		case "empirical": return average(d.values, 0);
	}
}
/** The variance, in seconds squared. */
function variance(d) {
	switch (d.kind) {
		case "constant": return 0;
		case "exponential": return d.mean * d.mean;
		case "uniform": return (d.max - d.min) * (d.max - d.min) / 12;
		case "triangular": {
			const left = d.mode - d.min;
			const right = d.max - d.mode;
			return (left * left + left * right + right * right) / 18;
		}
		case "lognormal": {
			const sigma = lognormalSigma(d.median, d.p95);
			const m = mean(d);
			return m * m * expm1(sigma * sigma);
		}
		case "weibull": return d.mean * d.mean * expm1(lnGamma1p(2 / d.shape) - 2 * lnGamma1p(1 / d.shape));
		case "gamma": return d.mean * d.mean / d.shape;
		case "empirical": return averageSquare(d.values, average(d.values, 0));
	}
}
function average(values, origin) {
	let sum = 0;
	for (const v of values) sum += v - origin;
	return origin + sum / values.length;
}
function averageSquare(values, origin) {
	let sum = 0;
	for (const v of values) sum += (v - origin) * (v - origin);
	return sum / values.length;
}
// src/compile/clocks.ts
/**
* All clocks of a model, exponential ones first, otherwise in the order in which the model names them: domains,
* shocks, then each service's members mode by mode and its false positives.
* @param extra come last of all
*/
function listClocks(model, extra = []) {
	const found = [];
	const add = (kind, firstOwner, clocks) => {
		if (clocks > 0) found.push({
			kind,
			firstOwner,
			clocks
		});
	};
	const addMode = (ownerKind, firstOwner, clocks, { up, down, losesData }, cause) => add({
		ownerKind,
		up,
		down,
		losesData,
		cause
	}, firstOwner, clocks);
	model.domains.forEach((domain, i) => {
		for (const mode of domain.failures) addMode(OWNER.domain, i, 1, mode, `${domain.name}/${mode.name}`);
	});
	model.shocks.forEach((shock, i) => addMode(OWNER.shock, i, 1, shock, shock.name));
	let member = 0;
	model.services.forEach(({ component, placement, name, failover }, i) => {
		const failures = component < 0 ? [] : model.components[component].failures;
		for (const mode of failures) addMode(OWNER.member, member, placement.length, mode, `${name}/${mode.name}`);
		member += placement.length;
		const up = failover?.falsePositive;
		if (up) add({
			ownerKind: OWNER.falsePositive,
			up,
			down: null,
			losesData: false,
			cause: `${name}/false-positive`
		}, i, 1);
	});
	const ordered = [
		...found.filter(({ kind }) => isExponential(kind)),
		...found.filter(({ kind }) => !isExponential(kind)),
		...extra.map(({ owner, ...kind }) => ({
			kind,
			firstOwner: owner,
			clocks: 1
		}))
	];
	let clocks = 0;
	const fleets = ordered.map((fleet) => ({
		...fleet,
		firstClock: (clocks += fleet.clocks) - fleet.clocks
	}));
	const exponential = fleets.reduce((sum, { kind, clocks: count }) => sum + (isExponential(kind) ? count : 0), 0);
	return {
		fleets,
		clocks,
		exponential
	};
}
function isExponential({ up }) {
	return up.kind === "exponential";
}
/** Whether each service's members hold data that a failure destroys. */
function losers(model) {
	const isSaid = model.services.some((service) => service.data !== null);
	return model.services.map(({ component, placement }, i) => {
		if (component >= 0 && model.components[component].failures.some((mode) => mode.losesData)) return true;
		if (model.shocks.some((shock) => shock.losesData && shock.hits.includes(i))) return true;
		return !isSaid && placement.some((domain) => burns(model, domain));
	});
}
/** A failure of the domain, or of one around it, destroys the data in it. */
function burns({ domains }, domain) {
	for (let d = domain; d >= 0; d = domains[d].parent) if (domains[d].failures.some((mode) => mode.losesData)) return true;
	return false;
}
/** Long-run share of time down, MTTR / (MTBF + MTTR). */
function unavailability(up, down) {
	if (down === null) return 0;
	const mttr = mean(down);
	return mttr / (mean(up) + mttr);
}
// src/random/special/densities.ts
/**
* Poisson and binomial densities at real arguments, by the saddle-point form of Loader (2000, "Fast
* and accurate computation of binomial probabilities"): no difference of large logarithms.
*/
const TWO_PI = 6.283185307179586;
/** x ln(x/m) + m - x for x, m > 0: the deviance. x - m may be given where it is known better. */
function deviance(x, m, difference = x - m) {
	if (Math.abs(difference) < .1 * (x + m)) {
		const v = difference / (x + m);
		const v2 = v * v;
		let sum = difference * v;
		let power = 2 * x * v;
		for (let j = 3; j < 1e3; j += 2) {
			power *= v2;
			const next = sum + power / j;
			if (next === sum) return sum;
			sum = next;
		}
		return sum;
	}
	return x * ln(x / m) - difference;
}
/** m^x e^-m / Γ(x + 1), x >= 0, m > 0. */
function poissonDensity(x, m) {
	if (x === 0) return exp(-m);
	return exp(-stirlingError(x) - deviance(x, m)) / Math.sqrt(TWO_PI * x);
}
/** Γ(n+1) / (Γ(x+1) Γ(rest+1)) p^x q^rest, n = x + rest, both > 0; q = 1 - p is given for its digits. */
function binomialDensity(x, rest, p, q) {
	const n = x + rest;
	const difference = p < q ? x - n * p : n * q - rest;
	return exp(stirlingError(n) - stirlingError(x) - stirlingError(rest) - deviance(x, n * p, difference) - deviance(rest, n * q, -difference)) * Math.sqrt(n / (TWO_PI * x * rest));
}
// src/random/special/invert.ts
/**
* Solves lower(u) = p (or upper(u) = 1 - p above one half) for a continuous, rising distribution
* function of u in [low, high]: Newton's method on the logarithm of the smaller tail, which is close
* to straight far out, held in a shrinking bracket. Stops at a step of a few ulps of u.
*/
function invertTail(evaluate, p, low, high, guess) {
	const out = {
		tail: 0,
		slope: 0
	};
	const lower = p <= .5;
	const target = ln(lower ? p : 1 - p);
	let u = Math.min(Math.max(guess, low), high);
	for (let i = 0; i < 200; i++) {
		evaluate(u, lower, out);
		const miss = lower ? ln(out.tail) - target : target - ln(out.tail);
		if (miss === 0) return u;
		if (miss > 0) high = u;
		else low = u;
		let next = u - miss * out.tail / out.slope;
		if (!(next > low && next < high)) next = low + (high - low) / 2;
		if (Math.abs(next - u) <= 45e-17 * Math.max(1, Math.abs(u)) || next === low || next === high) return next;
		u = next;
	}
	return u;
}
// src/random/special/incomplete-gamma.ts
/**
* The regularized incomplete gamma functions P(a, x) and Q = 1 - P, and the inverse of P.
* Each is computed on its own side, so that small tails keep their digits.
*/
/** From here on the uniform expansion is exact to double precision, and the series would be long. */
const LARGE_SHAPE = 1e6;
/** P(a, x): the distribution function of gamma(shape a, scale 1). a > 0, x >= 0. */
function gammaLower(a, x) {
	if (x <= 0) return 0;
	if (x === Infinity) return 1;
	if (a >= LARGE_SHAPE) return uniformExpansion(a, x, -1);
	return x < a + 1 ? series(a, x) : 1 - continuedFraction(a, x);
}
/** Q(a, x) = 1 - P(a, x). */
function gammaUpper(a, x) {
	if (x <= 0) return 1;
	if (x === Infinity) return 0;
	if (a >= LARGE_SHAPE) return uniformExpansion(a, x, 1);
	return x < a + 1 ? 1 - series(a, x) : continuedFraction(a, x);
}
/** The x with P(a, x) = p: 0 for p = 0, Infinity for p = 1. Half the chi-square quantile of 2a degrees. */
function gammaQuantile(a, p) {
	if (!(p > 0)) return p === 0 ? 0 : NaN;
	if (p >= 1) return p === 1 ? Infinity : NaN;
	const small = (ln(p) + lnGamma1p(a)) / a;
	if (small < -700) return exp(small);
	const cube = 1 - 1 / (9 * a) + normalQuantile(p) / (3 * Math.sqrt(a));
	return exp(invertTail((at, lower, out) => {
		const x = exp(at);
		out.tail = lower ? gammaLower(a, x) : gammaUpper(a, x);
		out.slope = a * poissonDensity(a, x);
	}, p, -745, 709, a > .5 && cube > .1 ? ln(a) + 3 * ln(cube) : small));
}
/** P by its power series (Abramowitz & Stegun 1964, 6.5.29): fast for x < a + 1. */
function series(a, x) {
	let term = 1;
	let sum = 1;
	for (let n = 1; n < 1e5; n++) {
		term *= x / (a + n);
		sum += term;
		if (term < 1e-17 * sum) break;
	}
	return sum * poissonDensity(a, x);
}
/** Q by its continued fraction (same, 6.5.31), evaluated by the modified Lentz method. */
function continuedFraction(a, x) {
	const density = poissonDensity(a, x);
	if (density === 0) return 0;
	let b = x + 1 - a;
	let c = 1e300;
	let d = 1 / b;
	let h = d;
	for (let n = 1; n < 1e5; n++) {
		const coefficient = n * (a - n);
		b += 2;
		d = 1 / (b + coefficient * d);
		c = b + coefficient / c;
		const factor = c * d;
		h *= factor;
		if (Math.abs(factor - 1) < 23e-17) break;
	}
	return density * a * h;
}
/**
* Temme's uniform expansion (1979, "The asymptotic expansion of the incomplete gamma functions",
* SIAM J. Math. Anal. 10:757-766): the normal tail of η sqrt(a) and a correction, η²/2 = λ - 1 - ln λ,
* λ = x/a. For a >= 1e6, |η| beyond 0.1 is more than 100 standard deviations out, and nothing.
* side: 1 for Q, -1 for P.
*/
function uniformExpansion(a, x, side) {
	const half = deviance(a, x) / a;
	const size = Math.sqrt(2 * half);
	const eta = x < a ? -size : size;
	const main = normalUpper(side * eta * Math.sqrt(a));
	if (size > .1) return main;
	const c0 = -1 / 3 + eta * (1 / 12 + eta * (-2 / 135 + eta * (1 / 864 + eta * (1 / 2835 + eta * (-139 / 777600)))));
	const c1 = -1 / 540 + eta * (-1 / 288 + eta * (1 / 378));
	return main + side * (exp(-a * half) / Math.sqrt(6.283185307179586 * a) * (c0 + c1 / a));
}
// src/random/quantile.ts
/**
* The smallest x with P(X <= x) >= p, in seconds: the minimum for p = 0, the maximum (possibly
* Infinity) for p = 1, NaN for p outside [0, 1].
*/
function quantile(d, p) {
	if (!(p >= 0 && p <= 1)) return NaN;
	if (isConstant(d)) return constantValue(d);
	switch (d.kind) {
		case "constant": return d.value;
		case "exponential": return -d.mean * log1p(-p);
		case "uniform": return p === 1 ? d.max : d.min + p * (d.max - d.min);
		case "triangular": {
			const width = d.max - d.min;
			return p * width <= d.mode - d.min ? d.min + Math.sqrt(p * width * (d.mode - d.min)) : d.max - Math.sqrt((1 - p) * width * (d.max - d.mode));
		}
		case "lognormal": return d.median * exp(lognormalSigma(d.median, d.p95) * normalQuantile(p));
		case "weibull": return weibullScale(d.shape, d.mean) * power(-log1p(-p), 1 / d.shape);
		case "gamma": return d.mean / d.shape * gammaQuantile(d.shape, p);
		case "empirical": {
			const sorted = Float64Array.from(d.values).sort();
			const rank = Math.ceil(p * sorted.length * .9999999999999996);
			return sorted[Math.max(rank, 1) - 1];
		}
	}
}
function constantValue(d) {
	return d.kind === "uniform" || d.kind === "triangular" ? d.max : d.kind === "empirical" ? d.values[0] : mean(d);
}
const EMPIRICAL = 7;
/** Packs distributions; a draw's id is its index. Throws a RangeError at the first that is not a distribution. */
function packDraws(distributions) {
	const kind = new Uint8Array(distributions.length);
	const parameters = new Float64Array(distributions.length * 4);
	const values = [];
	distributions.forEach((d, id) => {
		const fault = distributionFault(d);
		if (fault !== null) throw new RangeError(`distribution ${id} (${d.kind}): ${fault}`);
		const at = id * 4;
		const pack = (code, a, b, c) => {
			kind[id] = code;
			parameters.set([
				a,
				b,
				c,
				mean(d)
			], at);
		};
		if (isConstant(d)) {
			pack(0, 0, 0, 0);
			parameters[at + 3] = quantile(d, 1);
			return;
		}
		switch (d.kind) {
			case "constant": return;
			case "exponential": return pack(1, 0, 0, 0);
			case "uniform": return pack(2, d.min, d.max, 0);
			case "triangular": return pack(3, d.min, d.mode, d.max);
			case "lognormal": return pack(4, d.median, lognormalSigma(d.median, d.p95), 0);
			case "weibull": return pack(5, weibullScale(d.shape, d.mean), 1 / d.shape, 0);
			case "gamma": return pack(6, d.mean / d.shape, d.shape, 0);
			case "empirical": {
				pack(EMPIRICAL, values.length, d.values.length, 0);
				const sorted = [...d.values].sort((x, y) => x - y);
				values.push(...sorted);
				let sum = 0;
				for (const v of sorted) values.push(sum += v);
				return;
			}
		}
	});
	return {
		kind,
		parameters,
		values: Float64Array.from(values)
	};
}
/** The exact expected value of a draw, in seconds. */
function drawMean(table, id) {
	return table.parameters[id * 4 + 3];
}
// src/compile/draw-list.ts
function createDrawList() {
	const distributions = [];
	const indices = /* @__PURE__ */ new Map();
	return {
		add(distribution) {
			const key = JSON.stringify(distribution);
			let index = indices.get(key);
			if (index === void 0) {
				index = distributions.push(distribution) - 1;
				indices.set(key, index);
			}
			return index;
		},
		pack: () => packDraws(distributions)
	};
}
// src/compile/needs.ts
/**
* [service] what a standby's promotion waits for: the service's direct needs, where there is a standby at all; and the
* same the other way round, [need] the services that wait for it.
*/
function compileNeeds(services) {
	const needs = services.map(({ mode, placement, needs: direct }) => mode === "active-passive" && placement.length > 1 ? direct : []);
	const waiters = services.map(() => []);
	needs.forEach((row, service) => row.forEach((need) => waiters[need].push(service)));
	return {
		needs: packRows(needs),
		waiters: packRows(waiters)
	};
}
// src/compile/redirect.ts
const FEWEST_STEPS = 20;
const MOST_STEPS$1 = 100;
/**
* Equal steps in which clients move over during a DNS time to live. Their number is chosen so that one step ends where
* the share answered passes 1 − errorRate, as nearly as 100 steps can: the service is then down for the same time as
* under a continuous move, and the requests answered over all steps are the same exactly.
*/
function redirectSteps(errorRate) {
	let best = FEWEST_STEPS;
	let bestDistance = Infinity;
	for (let steps = FEWEST_STEPS; steps <= MOST_STEPS$1; steps++) {
		const distance = Math.abs(Math.round(errorRate * steps) / steps - errorRate);
		if (distance < bestDistance - 1e-12) {
			best = steps;
			bestDistance = distance;
		}
	}
	return best;
}
// src/compile/roles.ts
/**
* Long-run chance that an active-passive service's second member is active, and not its first: where a history begins.
* Without failback the role moves to the first member in their order whenever another one's active is lost, and to the
* second when the first is: so the two take turns, each for its mean time between losses. (Others are active only
* after double failures.) With failback the first is home. Of sites only the domains' and shocks' own failures are
* counted: what fails inside is alike in all of them.
*/
function secondActive(model, service) {
	if (service.mode !== "active-passive" || service.failover?.failback || service.placement.length < 2) return 0;
	const [first, second] = [lossesPerSecond(model, service, 0), lossesPerSecond(model, service, 1)];
	return first + second > 0 ? first / (first + second) : 0;
}
function lossesPerSecond(model, service, replica) {
	let rate = service.component < 0 ? 0 : ratePerSecond(model.components[service.component].failures);
	for (let d = service.placement[replica]; d >= 0; d = model.domains[d].parent) rate += ratePerSecond(model.domains[d].failures);
	const index = model.services.indexOf(service);
	for (const shock of model.shocks) if (shock.hits.includes(index)) rate += shock.probability * ratePerSecond([shock]);
	const needless = service.failover?.falsePositive;
	return needless ? rate + 1 / mean(needless) : rate;
}
function ratePerSecond(modes) {
	return modes.reduce((sum, mode) => sum + 1 / (mean(mode.up) + mean(mode.down)), 0);
}
// src/compile/sites.ts
/** Of all the members that are no sites. */
const NOTHING$4 = [];
/**
* Sites are members of the service that works on them. A copy's name says where it stands: `web@us-east-1`, one more
* `@` for each site within a site.
* @param firstMember [service], as in `Program.serviceMembers`
*/
function mapSites({ services, domains }, firstMember) {
	const members = firstMember[services.length];
	const memberCopy = new Int32Array(members).fill(-1);
	const copySite = services.map(() => -1);
	const nextSite = new Int32Array(members).fill(-1);
	const serviceSite = services.map(() => -1);
	const within = new Array(members).fill(NOTHING$4);
	const put = (member, service) => {
		if (within[member] === NOTHING$4) within[member] = [service];
		else within[member].push(service);
	};
	const bySuffix = /* @__PURE__ */ new Map();
	services.forEach((service, i) => {
		const suffix = suffixOf(service);
		if (suffix === "") return;
		const row = bySuffix.get(suffix);
		if (row === void 0) bySuffix.set(suffix, [i]);
		else row.push(i);
	});
	services.forEach((service, i) => {
		service.sites?.forEach((copy, site) => {
			const member = firstMember[i] + site;
			memberCopy[member] = copy;
			nextSite[member] = copySite[copy];
			copySite[copy] = member;
			const suffix = `${suffixOf(service)}@${domains[service.placement[site]].name}`;
			const inside = reach$1(services, copy);
			for (const index of bySuffix.get(suffix) ?? []) {
				if (!inside.has(index)) continue;
				serviceSite[index] = member;
				put(member, index);
			}
		});
	});
	const memberService = memberServices(firstMember);
	const outer = (site) => site < 0 ? -1 : serviceSite[memberService[site]];
	services.forEach((_, i) => {
		for (let member = outer(serviceSite[i]); member >= 0; member = outer(member)) put(member, i);
	});
	return {
		memberCopy,
		copySite,
		nextSite,
		serviceSite,
		within
	};
}
/** [member] its service. @param firstMember [service], as in `Program.serviceMembers` */
function memberServices(firstMember) {
	const services = firstMember.length - 1;
	const list = new Int32Array(firstMember[services]);
	for (let service = 0; service < services; service++) list.fill(service, firstMember[service], firstMember[service + 1]);
	return list;
}
function suffixOf({ name, written }) {
	return name.slice(written.length);
}
/** What a service needs or wants, directly or not, itself included. */
function reach$1(services, root) {
	const seen = /* @__PURE__ */ new Set([root]);
	for (const index of seen) {
		for (const need of services[index].needs) seen.add(need);
		for (const want of services[index].wants) seen.add(want.service);
	}
	return seen;
}
// src/model/features.ts
/** Words as the reader notes them: `shape.key`, and `shape.key=value` for one of several values. */
const WORDS = {
	/** Names, money, goals, and what only says what is asked. */
	description: [
		"model.nines",
		"model.name",
		"model.description",
		"model.currency",
		"model.parameters",
		"model.domains",
		"model.components",
		"model.services",
		"model.shocks",
		"model.experiments",
		"model.entry",
		"model.targets",
		"model.losses",
		"model.sla",
		"model.simulation",
		"domain.kind",
		"domain.domains",
		"domain.cost",
		"component.cost",
		"service.component",
		"service.replicas",
		"service.cost",
		"service.running-cost",
		"replication.transfer-cost",
		"data set.cost",
		"backup.cost",
		"backup.transfer-cost",
		"targets.availability",
		"targets.rto",
		"targets.rpo",
		"targets.budget",
		"losses.downtime",
		"losses.data",
		"sla.error-rate",
		"simulation.years",
		"simulation.seed"
	],
	"warm-up": ["simulation.warm-up"],
	failures: [
		"component.failures",
		"domain.failures",
		"failure mode.mtbf",
		"failure mode.availability",
		"failure mode.mttr",
		"failure mode.data=kept"
	],
	"data: lost": ["failure mode.data=lost", "shock.data=lost"],
	placement: ["service.in", "service.across"],
	restart: ["component.restart"],
	shocks: [
		"shock.mtbf",
		"shock.availability",
		"shock.mttr",
		"shock.data=kept",
		"shock.hits",
		"shock.probability"
	],
	"active-active": [
		"service.mode=active-active",
		"service.required",
		"service.below-required=down",
		"service.below-required=degraded"
	],
	"health-check": [
		"service.health-check",
		"service.slow-start",
		"service.retry",
		"health check.interval",
		"health check.timeout",
		"health check.unhealthy-threshold",
		"health check.healthy-threshold",
		"health check.slow-start"
	],
	"active-passive": [
		"service.mode=active-passive",
		"service.standby=hot",
		"service.standby=warm",
		"service.standby=cold",
		"service.failover",
		"failover.detect",
		"failover.decide",
		"failover.promote",
		"failover.redirect",
		"failover.success",
		"failover.retry",
		"service.rebuild",
		"failover.rebuild",
		"replication.rebuild",
		"redirection.dns-ttl"
	],
	failback: [
		"service.failback",
		"service.failback=never",
		"service.failback=auto",
		"failover.failback",
		"failover.failback=never",
		"failover.failback=auto",
		"failback.after",
		"failback.takes"
	],
	"false-positive": [
		"service.false-positive",
		"failover.false-positive",
		"false positive.mtbf"
	],
	replication: [
		"service.replication",
		"replication.mode=sync",
		"replication.mode=semi-sync",
		"replication.mode=async",
		"replication.lag",
		"replication.max-lag",
		"failover.max-lag",
		"replication.strict"
	],
	quorum: ["service.mode=quorum", "service.elect"],
	needs: ["service.needs"],
	wants: ["service.wants"],
	sites: [
		"service.of",
		"service.sites",
		"service.strategy=backup-restore",
		"service.strategy=pilot-light",
		"service.strategy=warm-standby",
		"service.strategy=active-active"
	],
	backup: [
		"service.data",
		"data set.size",
		"data set.change-rate",
		"service.backup",
		"backup.full",
		"backup.differential",
		"backup.incremental",
		"backup.log-shipping",
		"backup.retention",
		"backup.backup-rate",
		"backup.restore-rate",
		"backup.replay-rate",
		"backup.provision",
		"backup.copies",
		"backup.restorable",
		"backup.drill",
		"schedule.every"
	],
	experiments: [
		"experiment.fail",
		"experiment.corrupt",
		"experiment.for",
		"experiment.after",
		"experiment.data=kept",
		"experiment.data=lost"
	]
};
const featureOf = new Map(Object.keys(WORDS).flatMap((feature) => WORDS[feature].map((word) => [word, feature])));
/** Features that the model uses; a word that is in no group stands for itself. */
function featuresOf({ words }) {
	return new Set(words.map((word) => featureOf.get(word) ?? word));
}
/**
* Why something that was proved for some features only does not hold for this model.
* @param holdsFor the features that were thought about; `description` is always one of them
* @returns a clause, such as "it uses 'latent' of a failure mode, for which this was not proved"; null: it holds
*/
function refusal(model, holdsFor) {
	const listed = /* @__PURE__ */ new Set(["description", ...holdsFor]);
	const other = [...featuresOf(model)].find((feature) => !listed.has(feature));
	return other === void 0 ? null : `it uses ${named(other)}, for which this was not proved`;
}
/** `failure mode.latent` is 'latent' of a failure mode; a group is its own name. */
function named(feature) {
	const [shape, key] = feature.split(".");
	return key === void 0 ? `'${feature}'` : `'${key.replace("=", ": ")}' of a ${shape}`;
}
// src/compile/steady-start.ts
/**
* Features with which a history may begin in the steady state of its clocks (renewal theory; Cox 1962, ch. 5): all of
* them leave each clock alternating by itself, whatever becomes of its members. A clock that waits for somebody does
* not.
*/
const STEADY_START = [
	"failures",
	"data: lost",
	"placement",
	"restart",
	"shocks",
	"warm-up",
	"experiments",
	"active-active",
	"health-check",
	"active-passive",
	"failback",
	"false-positive",
	"quorum",
	"replication",
	"backup",
	"needs",
	"wants",
	"sites"
];
/** Where it may not, everything is new and up at the beginning, and the warm-up has to do it all. */
function startsSteady(model) {
	return refusal(model, STEADY_START) === null;
}
// src/compile/sources.ts
/** Blocks of one size, before they become twice as large: a million members take 72 of them. */
const BLOCKS_OF_A_SIZE = 4;
/** Rings drawn ahead, about. */
const RINGS_AHEAD = 256;
const TWO_POW_32$1 = 4294967296;
/**
* Sources of exponential failures: blocks of members by their index, 1, 1, 1, 1, 2, 2, 2, 2, 4, …, so that a fleet that
* grows leaves the history of those that were there as it was. The last block has room for more than there are.
*/
function packSources(fleets, streams, draws) {
	const records = [];
	const gaps = [];
	const shares = [];
	let total = 0;
	for (const { kind, clocks, firstClock } of fleets) {
		if (kind.up.kind !== "exponential") continue;
		const name = clockName(kind);
		const blocks = blockBits(clocks);
		const rings = streams.add(`ring/${name}`, blocks.length);
		const repairs = streams.add(`repair/${name}`, blocks.length);
		const rate = 1 / mean(kind.up);
		const grid = powerOfTwoFrom(rate);
		let first = 0;
		blocks.forEach((bits, block) => {
			const places = 1 << bits;
			records.push(firstClock + first, Math.min(places, clocks - first), bits, kind.down === null ? -1 : draws.add(kind.down), rings + block, repairs + block);
			gaps.push(1 / (grid * places));
			shares.push(rate / grid * TWO_POW_32$1);
			total += grid * places;
			first += places;
		});
	}
	const ahead = Math.max(RINGS_AHEAD, gaps.length);
	return {
		sources: Int32Array.from(records),
		sourceGap: Float64Array.from(gaps),
		sourceShare: Float64Array.from(shares),
		tapeSeconds: ahead / total,
		tapeLength: records.length === 0 ? 0 : 2 * ahead
	};
}
/** What a clock's streams are named after. */
function clockName({ ownerKind, cause }) {
	return `${Object.keys(OWNER)[ownerKind]}/${cause}`;
}
/** [block] its places, as a power of two. */
function blockBits(members) {
	const bits = [];
	for (let places = 0; places < members;) {
		bits.push(Math.floor(bits.length / BLOCKS_OF_A_SIZE));
		places += 1 << bits.at(-1);
	}
	return bits;
}
/** The smallest power of two that is not less. */
function powerOfTwoFrom(rate) {
	let power = 1;
	while (power < rate) power *= 2;
	while (power / 2 >= rate) power /= 2;
	return power;
}
// src/random/stream.ts
var import_alea = /* @__PURE__ */ __toESM((/* @__PURE__ */ __commonJSMin(((exports, module, this$1) => {
	(function(global, module, define) {
		function Alea(seed) {
			var me = this, mash = Mash();
			me.next = function() {
				var t = 2091639 * me.s0 + me.c * 23283064365386963e-26;
				me.s0 = me.s1;
				me.s1 = me.s2;
				return me.s2 = t - (me.c = t | 0);
			};
			me.c = 1;
			me.s0 = mash(" ");
			me.s1 = mash(" ");
			me.s2 = mash(" ");
			me.s0 -= mash(seed);
			if (me.s0 < 0) me.s0 += 1;
			me.s1 -= mash(seed);
			if (me.s1 < 0) me.s1 += 1;
			me.s2 -= mash(seed);
			if (me.s2 < 0) me.s2 += 1;
			mash = null;
		}
		function copy(f, t) {
			t.c = f.c;
			t.s0 = f.s0;
			t.s1 = f.s1;
			t.s2 = f.s2;
			return t;
		}
		function impl(seed, opts) {
			var xg = new Alea(seed), state = opts && opts.state, prng = xg.next;
			prng.int32 = function() {
				return xg.next() * 4294967296 | 0;
			};
			prng.double = function() {
				return prng() + (prng() * 2097152 | 0) * 11102230246251565e-32;
			};
			prng.quick = prng;
			if (state) {
				if (typeof state == "object") copy(state, xg);
				prng.state = function() {
					return copy(xg, {});
				};
			}
			return prng;
		}
		function Mash() {
			var n = 4022871197;
			var mash = function(data) {
				data = String(data);
				for (var i = 0; i < data.length; i++) {
					n += data.charCodeAt(i);
					var h = .02519603282416938 * n;
					n = h >>> 0;
					h -= n;
					h *= n;
					n = h >>> 0;
					h -= n;
					n += h * 4294967296;
				}
				return (n >>> 0) * 23283064365386963e-26;
			};
			return mash;
		}
		if (module && module.exports) module.exports = impl;
		else if (define && define.amd) define(function() {
			return impl;
		});
		else this.alea = impl;
	})(this$1, typeof module == "object" && module, typeof define == "function" && define);
})))(), 1);
/** Steps after which nothing of how two seeds are alike is left; the generator's author takes 12 to 18. */
const MIXING_STEPS = 20;
const TWO_POW_32 = 4294967296;
const UNIT_32 = 23283064365386963e-26;
const UNIT_52 = 2220446049250313e-31;
/** A zeroed array for so many streams, owned by whoever draws. Each row must be seeded before it is drawn from. */
function createStreams(rows) {
	return new Int32Array(rows * 4);
}
/** Writes 96 bits that stand for a text; other texts have other ones. A few microseconds: not for the hot loop. */
function keyOf(text, into, at) {
	const { s0, s1, s2 } = (0, import_alea.default)(text, { state: true }).state();
	into[at] = s0 * TWO_POW_32 | 0;
	into[at + 1] = s1 * TWO_POW_32 | 0;
	into[at + 2] = s2 * TWO_POW_32 | 0;
}
/** Writes the key of a history: what all its streams have in common. */
function keyOfHistory(seed, replication, into) {
	keyOf(`history/${replication}/${seed}`, into, 0);
}
/**
* Seeds a row: the stream of this number among those of one purpose, in one history.
* @param history its key; @param keys keys of purposes, of which the one at `at` is meant
*/
function seedRow(states, row, history, keys, at, number) {
	const first = row * 4;
	for (let word = 0; word < 3; word++) states[first + word] = history[word] ^ keys[at + word];
	states[first + 3] = number + 1;
	for (let step = 0; step < MIXING_STEPS; step++) nextWord(states, row);
}
/** One step: 32 bits, as a signed integer. */
function nextWord(states, row) {
	const at = row * 4;
	const b = states[at + 1];
	const c = states[at + 2];
	const counter = states[at + 3];
	const word = states[at] + b + counter | 0;
	states[at] = b ^ b >>> 9;
	states[at + 1] = c + (c << 3) | 0;
	states[at + 2] = (c << 21 | c >>> 11) + word | 0;
	states[at + 3] = counter + 1 | 0;
	return word;
}
/** One step: a multiple of 2^-32 in [0, 1). May be 0. */
function uniform32(states, row) {
	return (nextWord(states, row) >>> 0) * UNIT_32;
}
/**
* Two steps: uniform on the open interval (0, 1): an odd multiple of 2^-53, all 2^52 equally likely.
* Never 0 and never 1, exact (nothing is rounded), and as likely as 1 - u.
*/
function uniform53(states, row) {
	const high = nextWord(states, row) >>> 0;
	const low = nextWord(states, row) >>> 12;
	return high * UNIT_32 + (low + .5) * UNIT_52;
}
// src/compile/streams.ts
/**
* Streams are named by what they are for, so that what two models share by name has the same history in both, whatever
* else is different (common random numbers; Law 2015, ch. 11.2).
*/
function createStreamList() {
	const purposes = /* @__PURE__ */ new Set();
	const offsets = [0];
	const add = (purpose, rows) => {
		let name = purpose;
		for (let again = 2; purposes.has(name); again++) name = `${purpose}#${again}`;
		purposes.add(name);
		const row = offsets.at(-1);
		offsets.push(row + rows);
		return row;
	};
	return {
		add,
		addPassing(purpose) {
			add(purpose, 0);
			return purposes.size - 1;
		},
		pack() {
			const keys = new Int32Array(purposes.size * 3);
			[...purposes].forEach((purpose, i) => keyOf(`purpose/${purpose}`, keys, i * 3));
			return {
				keys,
				offsets: Int32Array.from(offsets)
			};
		}
	};
}
function addStreams(streams, { services, shocks }, policies, injected) {
	const each = (what, names) => Int32Array.from(names, (name) => streams.add(`${what}/${name}`, 1));
	const ofService = (what) => each(what, services.map(({ name }) => name));
	return {
		restart: ofService("restart"),
		operation: ofService("operation"),
		data: ofService("data"),
		shock: each("shock", [...shocks.map(({ name }) => name), ...Array.from({ length: injected }, (_, i) => `injected ${i}`)]),
		policy: each("backup", policies)
	};
}
// src/compile/compile.ts
const AT_ONCE$1 = {
	kind: "constant",
	value: 0
};
const MODES$2 = {
	"active-active": MODE.activeActive,
	"active-passive": MODE.activePassive,
	quorum: MODE.quorum
};
const REPLICATIONS = {
	sync: REPLICATION$1.sync,
	"semi-sync": REPLICATION$1.semiSync,
	async: REPLICATION$1.async
};
const isAtOnce = (d) => d.kind === "constant" && d.value === 0;
const NOTHING$3 = {
	clocks: [],
	rows: []
};
/** Compiles a validated model; the same model gives the same program on every machine. */
function compile(model, extra = NOTHING$3) {
	const draws = createDrawList();
	const clocks = listClocks(model, extra.clocks);
	const causes = [];
	const causeIndex = /* @__PURE__ */ new Map();
	const cause = (name) => {
		if (!causeIndex.has(name)) causeIndex.set(name, causes.push(name) - 1);
		return causeIndex.get(name);
	};
	const services = model.services;
	const firstMember = [0];
	services.forEach((service, i) => firstMember.push(firstMember[i] + service.placement.length));
	const memberService = memberServices(firstMember);
	const memberDomain = new Int32Array(memberService.length);
	services.forEach(({ placement }, i) => memberDomain.set(placement, firstMember[i]));
	const domainRows = membersByDomain(model, memberDomain);
	const shockRows = packRows([...model.shocks.map((shock) => membersOf$1(shock.hits, firstMember)), ...extra.rows]);
	const sites = mapSites(model, firstMember);
	const data = mapData(model, sites, firstMember, losers(model));
	const answers = compileAnswers(services);
	const { needs, waiters } = compileNeeds(services);
	const streams = createStreamList();
	const rows = addStreams(streams, model, data.names, extra.rows.length);
	const perService = (f) => services.map(f);
	const drawOf = (f, absent = -1) => Int32Array.from(perService((s) => {
		const d = f(s);
		return d ? draws.add(d) : absent;
	}));
	const at0 = draws.add(AT_ONCE$1);
	const clockRecords = packClocks(clocks, streams, draws, cause);
	const sources = packSources(clocks.fleets, streams, draws);
	const fleets = clocks.fleets.flatMap(({ kind, firstClock, clocks: count }) => [
		firstClock,
		count,
		streams.addPassing(`start/${clockName(kind)}`)
	]);
	const { keys, offsets } = streams.pack();
	const restartDraws = services.map(({ component, placement }) => {
		if (component < 0 || placement.length === 0) return -1;
		const { restart } = model.components[component];
		return isAtOnce(restart) ? -1 : draws.add(restart);
	});
	return {
		names: {
			services: services.map((s) => s.name),
			domains: model.domains.map((d) => d.name),
			causes
		},
		program: {
			version: 6,
			streamKeys: keys,
			streamOffsets: offsets,
			restartStream: rows.restart,
			operationStream: rows.operation,
			dataStream: rows.data,
			shockStream: rows.shock,
			policyStream: rows.policy,
			clocks: clockRecords,
			clockUnavailability: unavailabilities(clocks),
			fleets: Int32Array.from(fleets),
			...sources,
			domainMemberOffsets: domainRows.offsets,
			domainMembers: domainRows.list,
			domainParent: Int32Array.from(model.domains, (d) => d.parent),
			shockMemberOffsets: shockRows.offsets,
			shockMembers: shockRows.list,
			shockProbability: Float64Array.from([...model.shocks.map((s) => s.probability), ...extra.rows.map(() => 1)]),
			memberService,
			memberDomain,
			memberRestartDraw: memberService.map((s) => restartDraws[s]),
			memberCopy: sites.memberCopy,
			copySite: Int32Array.from(sites.copySite),
			nextSite: sites.nextSite,
			serviceSite: Int32Array.from(sites.serviceSite),
			serviceMembers: Int32Array.from(firstMember),
			serviceMode: Uint8Array.from(perService((s) => s.placement.length === 0 && s.component < 0 ? MODE.none : MODES$2[s.mode])),
			serviceOnlyCounts: Uint8Array.from(services, (s, i) => onlyCounts(s) && !data.holdsData[i] ? 1 : 0),
			onlyActiveServes: Uint8Array.from(perService((s) => s.mode === "active-passive" ? 1 : 0)),
			serviceRequired: Int32Array.from(perService((s) => s.required)),
			serviceDegrades: Uint8Array.from(perService((s) => s.belowRequired === "degraded" ? 1 : 0)),
			serviceRetries: Uint8Array.from(perService((s) => s.retry ? 1 : 0)),
			serviceChecked: Uint8Array.from(perService((s) => s.healthCheck ? 1 : 0)),
			checkInterval: Float64Array.from(perService((s) => s.healthCheck?.intervalSeconds ?? 0)),
			checkRemoveDelay: Float64Array.from(perService(({ healthCheck: h }) => h ? (h.unhealthyThreshold - 1) * h.intervalSeconds + h.timeoutSeconds : 0)),
			checkReturnDelay: Float64Array.from(perService(({ healthCheck: h }) => h ? (h.healthyThreshold - 1) * h.intervalSeconds : 0)),
			checkSlowStartDraw: drawOf((s) => s.healthCheck?.slowStart, at0),
			detectDraw: drawOf((s) => s.failover?.detect),
			decideDraw: drawOf((s) => s.failover?.decide, at0),
			promoteDraw: drawOf((s) => s.failover?.promote, at0),
			redirectDraw: drawOf((s) => s.failover?.redirect.kind === "delay" ? s.failover.redirect.delay : null),
			redirectTtl: Float64Array.from(perService((s) => s.failover?.redirect.kind === "dns" ? s.failover.redirect.ttlSeconds : 0)),
			redirectSteps: Int32Array.from(perService(() => redirectSteps(model.sla.errorRate))),
			promoteSuccess: Float64Array.from(perService((s) => s.failover?.success ?? 1)),
			retryDraw: drawOf((s) => s.failover?.retry, at0),
			rebuildDraw: drawOf((s) => s.failover?.rebuild, at0),
			failback: Uint8Array.from(perService(({ failover: f }) => !f?.failback ? 0 : f.failback.takes ? 2 : 1)),
			failbackAfterDraw: drawOf((s) => s.failover?.failback?.after, at0),
			failbackTakesDraw: drawOf((s) => s.failover?.failback?.takes),
			failbackCause: Int32Array.from(perService((s) => s.failover?.failback ? cause(`${s.name}/failback`) : 0)),
			startsSteady: startsSteady(model),
			secondActive: Float64Array.from(perService((s) => secondActive(model, s))),
			electDraw: drawOf((s) => s.elect),
			needOffsets: needs.offsets,
			needs: needs.list,
			waiterOffsets: waiters.offsets,
			waiters: waiters.list,
			replicationMode: Uint8Array.from(perService((s) => s.replication ? REPLICATIONS[s.replication.mode] : REPLICATION$1.none)),
			lagDraw: drawOf((s) => s.replication?.lag, at0),
			maxLag: Float64Array.from(perService((s) => s.replication?.maxLagSeconds ?? Infinity)),
			replicationStrict: Uint8Array.from(perService((s) => s.replication?.mode === "sync" && s.replication.strict ? 1 : 0)),
			serviceHoldsData: Uint8Array.from(data.holdsData, Number),
			copiesRequired: Int32Array.from(perService((s) => s.mode === "quorum" ? s.required : 1)),
			dataSite: Int32Array.from(data.dataSite),
			standbysEmpty: Uint8Array.from(data.standbysEmpty, Number),
			restoreOffsets: data.restore.offsets,
			restorePolicies: data.restore.list,
			policies: data.policies,
			provisionDraw: Int32Array.from(data.provisions, (d) => draws.add(d)),
			policyCopyOffsets: data.copies.offsets,
			policyCopies: data.copies.list,
			dependentOffsets: answers.dependents.offsets,
			dependents: answers.dependents.list,
			answerOffsets: answers.code.offsets,
			answerCode: answers.code.list,
			answerFactorOffsets: answers.factorOffsets,
			answerFactors: answers.factors,
			answerDepth: answers.depth,
			entry: model.entry,
			downBelow: 1 - model.sla.errorRate - 1e-12,
			draws: draws.pack(),
			counts: {
				domains: model.domains.length,
				members: memberService.length,
				services: services.length,
				clocks: clocks.clocks,
				exponentialClocks: clocks.exponential,
				ownClocks: clocks.clocks - extra.clocks.length,
				shocks: model.shocks.length,
				causes: causes.length,
				policies: data.provisions.length,
				streams: offsets.at(-1),
				sources: sources.sourceGap.length
			}
		}
	};
}
/** All that matters to it is how many of its replicas work. (Where it holds data, who has them matters too.) */
function onlyCounts(s) {
	return s.mode === "active-active" && s.healthCheck === null && s.sites === null;
}
/** Records of `CLOCK.stride` numbers. */
function packClocks({ fleets, clocks }, streams, draws, cause) {
	const records = new Int32Array(clocks * CLOCK.stride);
	for (const { kind, firstOwner, firstClock, clocks: count } of fleets) {
		const up = draws.add(kind.up);
		const down = draws.add(kind.down ?? AT_ONCE$1);
		const index = cause(kind.cause);
		const row = kind.up.kind === "exponential" ? -1 : streams.add(`clock/${clockName(kind)}`, count);
		for (let i = 0; i < count; i++) {
			const at = (firstClock + i) * CLOCK.stride;
			records[at + CLOCK.ownerKind] = kind.ownerKind;
			records[at + CLOCK.owner] = firstOwner + i;
			records[at + CLOCK.upDraw] = up;
			records[at + CLOCK.downDraw] = down;
			records[at + CLOCK.losesData] = kind.losesData ? 1 : 0;
			records[at + CLOCK.cause] = index;
			records[at + CLOCK.stream] = row < 0 ? -1 : row + i;
		}
	}
	return records;
}
/** [clock] */
function unavailabilities({ fleets, clocks }) {
	const shares = new Float64Array(clocks);
	for (const { kind, firstClock, clocks: count } of fleets) shares.fill(unavailability(kind.up, kind.down), firstClock, firstClock + count);
	return shares;
}
/** The members of these services, one after the other. */
function membersOf$1(services, firstMember) {
	const list = new Int32Array(services.reduce((sum, s) => sum + firstMember[s + 1] - firstMember[s], 0));
	let at = 0;
	for (const s of services) for (let member = firstMember[s]; member < firstMember[s + 1]; member++) list[at++] = member;
	return list;
}
/** Members in each domain and below it. */
function membersByDomain({ domains }, memberDomain) {
	const offsets = new Int32Array(domains.length + 1);
	const everyDomain = (visit) => {
		for (let member = 0; member < memberDomain.length; member++) for (let d = memberDomain[member]; d >= 0; d = domains[d].parent) visit(d, member);
	};
	everyDomain((domain) => offsets[domain + 1]++);
	for (let d = 0; d < domains.length; d++) offsets[d + 1] += offsets[d];
	const list = new Int32Array(offsets[domains.length]);
	const next = offsets.slice();
	everyDomain((domain, member) => list[next[domain]++] = member);
	return {
		offsets,
		list
	};
}
// src/units/dimension.ts
const PLAIN = {
	time: 0,
	data: 0,
	money: 0
};
const TIME$1 = {
	time: 1,
	data: 0,
	money: 0
};
const DATA$2 = {
	time: 0,
	data: 1,
	money: 0
};
const MONEY = {
	time: 0,
	data: 0,
	money: 1
};
/** What running costs: currency per second. */
const MONEY_RATE = {
	time: -1,
	data: 0,
	money: 1
};
/** What a disk or a line takes: bytes per second. */
const DATA_RATE = {
	time: -1,
	data: 1,
	money: 0
};
/** What sending data costs: currency per byte. */
const DATA_PRICE = {
	time: 0,
	data: -1,
	money: 1
};
/** What keeping data costs: currency per byte and second. */
const STORAGE_PRICE = {
	time: -1,
	data: -1,
	money: 1
};
function sameDimension(a, b) {
	return a.time === b.time && a.data === b.data && a.money === b.money;
}
/** The dimension of a product when `power` is 1, of a quotient when it is −1. */
function combine(a, b, power) {
	return {
		time: a.time + power * b.time,
		data: a.data + power * b.data,
		money: a.money + power * b.money
	};
}
function raise(a, power) {
	return {
		time: a.time * power + 0,
		data: a.data * power + 0,
		money: a.money * power + 0
	};
}
/** For messages: `a plain number`, `a time`, `money per time`, or the powers where there is no word. */
function describeDimension(dimension) {
	for (const [known, words] of KNOWN) if (sameDimension(known, dimension)) return words;
	return `a quantity in ${siUnit(dimension, "money")}`;
}
/** The SI unit of a dimension as the language writes it: `s`, `B/s`, `USD/s`, `` for a plain number. */
function siUnit(dimension, currency) {
	const powers = [
		["B", dimension.data],
		[currency, dimension.money],
		["s", dimension.time]
	];
	const write = ([unit, power]) => Math.abs(power) === 1 ? unit : `${unit}^${Math.abs(power)}`;
	const above = powers.filter(([, power]) => power > 0).map(write);
	const below = powers.filter(([, power]) => power < 0).map(write);
	if (below.length === 0) return above.join(" * ");
	return [above.length === 0 ? "1" : above.join(" * "), ...below].join("/");
}
const KNOWN = [
	[PLAIN, "a plain number"],
	[TIME$1, "a time"],
	[DATA$2, "an amount of data"],
	[MONEY, "an amount of money"],
	[MONEY_RATE, "money per time"],
	[DATA_RATE, "data per time"],
	[{
		time: -1,
		data: 0,
		money: 0
	}, "a number per time"],
	[DATA_PRICE, "money per amount of data"],
	[STORAGE_PRICE, "money per amount of data and time"]
];
// src/units/error.ts
/** An expression cannot be read or has no value; the caller knows where it stands. */
var ExpressionError = class extends Error {
	problem;
	name = "ExpressionError";
	constructor(problem) {
		super(problem.message);
		this.problem = problem;
	}
};
// src/units/messages.ts
/** A problem whose message asks whether the nearest right word was meant. */
function problem(message, suggestion = null) {
	return {
		message: suggestion === null ? message : `${message}: did you mean '${suggestion}'?`,
		suggestion
	};
}
/**
* Controls and marks of direction, which could hide or reorder what stands around them; the joiners that emoji are made
* with are none.
*/
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** The same text with what cannot be seen spelt out: `\\u202e`. */
function visible(text) {
	return text.replace(UNSEEN, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
}
/** Long or multi-line text would drown the message that quotes it. */
function quote(text) {
	const flat = visible(text.replace(/\s+/g, " "));
	return `'${flat.length > 60 ? `${flat.slice(0, 57)}…` : flat}'`;
}
/** Everything that can be wrong with an expression by itself. */
const expressionMessages = {
	empty: () => problem("an expression is missing here"),
	tooLong: (length, limit) => problem(`an expression of ${length} characters is too long (at most ${limit})`),
	tooDeep: (limit) => problem(`parentheses are nested too deeply (at most ${limit})`),
	tooLarge: (limit) => problem(`an expression has too many parts (at most ${limit})`),
	tooMany: (limit) => problem(`the model has too many different expressions (at most ${limit})`),
	unclosed: (text) => problem(`a parenthesis is not closed in ${quote(text)}`),
	unopened: (text) => problem(`a ')' without its '(' in ${quote(text)}`),
	character: (character) => problem(`${quote(character)} cannot stand in an expression: there are numbers, units, parameters, + - * / ^ ( ) and a few functions`),
	percent: () => problem("'%' must follow a number, as in '99.95%'; there is no remainder operator"),
	syntax: (text) => problem(`${quote(text)} is not an expression that can be read`),
	thousands: (text, suggestion) => ({
		message: `${quote(text)}: numbers have no commas in them: write '${suggestion}'`,
		suggestion
	}),
	notArithmetic: (what) => problem(`${what} cannot stand in an expression, which is arithmetic and nothing else`),
	juxtaposed: (suggestion) => suggestion === null ? problem("two quantities stand side by side: write an operator between them, as in '2 h + 30 min'") : {
		message: `two quantities stand side by side: write '${suggestion}'`,
		suggestion
	},
	unknownFunction: (name, known, suggestion) => problem(`unknown function '${name}' (there are ${known.join(", ")})`, suggestion),
	notAFunction: (name) => problem(`'${name}' is not a function: write an operator before the parenthesis`),
	missingCall: (name) => problem(`'${name}' is a function: its values follow in parentheses`),
	nestedDistribution: (name) => problem(`a distribution is a whole value by itself: '${name}(…)' cannot be part of an expression`),
	argumentCount: (name, wants, got) => problem(`'${name}' takes ${wants}, got ${got}`),
	unknownName: (name, suggestion) => problem(`unknown unit or parameter '${name}'`, suggestion),
	otherCurrency: (name, currency) => ({
		message: `unknown unit '${name}': this model reckons in ${currency}; convert the amount, or change 'currency'`,
		suggestion: null
	}),
	mismatch: (verb, left, right) => problem(`cannot ${verb} ${describeDimension(left)} and ${describeDimension(right)}`),
	needsPlain: (what, got) => problem(`${what} needs a plain number, got ${describeDimension(got)}`),
	notFinite: (text) => problem(`${quote(text)} is not a finite number`)
};
// src/units/syntax.ts
/** The functions that an expression may call: this is the whole published list. */
const FUNCTIONS = [
	"min",
	"max",
	"abs",
	"sqrt",
	"floor",
	"ceil",
	"round",
	"exp",
	"log"
];
function isFunctionName(name) {
	return FUNCTIONS.includes(name);
}
/** Words that the parser gives a meaning of its own, so that nothing can be called by them. */
const RESERVED_WORDS = /* @__PURE__ */ new Set([
	"and",
	"end",
	"false",
	"in",
	"Infinity",
	"mod",
	"NaN",
	"not",
	"null",
	"or",
	"to",
	"true",
	"undefined",
	"xor",
	"__proto__"
]);
/** What a model may cost to read: a model can come from a stranger. */
const EXPRESSION_LIMITS = {
	characters: 500,
	depth: 40,
	nodes: 1e3
};
// src/units/evaluate.ts
/** The value of an expression; every step of it is finite and its dimensions fit, or an `ExpressionError` is thrown. */
function evaluate$2(expression, lookup, text = "") {
	const result = step(expression, lookup, text);
	const value = result.value === 0 ? 0 : result.value;
	if (!Number.isFinite(value)) throw new ExpressionError(expressionMessages.notFinite(text));
	return {
		value,
		dimension: result.dimension
	};
}
function step(expression, lookup, text) {
	switch (expression.kind) {
		case "number": return plain(expression.value);
		case "name":
			if (isFunctionName(expression.name) && expression.name !== "min") throw new ExpressionError(expressionMessages.missingCall(expression.name));
			return lookup(expression.name);
		case "negate": {
			const { value, dimension } = evaluate$2(expression.of, lookup, text);
			return {
				value: -value,
				dimension
			};
		}
		case "binary": return binary(expression.op, evaluate$2(expression.left, lookup, text), evaluate$2(expression.right, lookup, text));
		case "call": return call(expression.name, expression.args.map((argument) => evaluate$2(argument, lookup, text)));
	}
}
function binary(op, a, b) {
	switch (op) {
		case "+": return {
			value: a.value + b.value,
			dimension: common(a, b, "add")
		};
		case "-": return {
			value: a.value - b.value,
			dimension: common(a, b, "subtract")
		};
		case "*": return {
			value: a.value * b.value,
			dimension: combine(a.dimension, b.dimension, 1)
		};
		case "/": return {
			value: a.value / b.value,
			dimension: combine(a.dimension, b.dimension, -1)
		};
		case "^":
			requirePlain("an exponent", b);
			return {
				value: a.value ** b.value,
				dimension: raise(a.dimension, b.value)
			};
	}
}
function call(name, args) {
	if (!isFunctionName(name)) throw new ExpressionError(expressionMessages.nestedDistribution(name));
	if (name === "min" || name === "max") {
		if (args.length < 2) throw new ExpressionError(expressionMessages.argumentCount(name, "two or more values", args.length));
		const { dimension } = args.reduce((a, b) => ({
			value: a.value === 0 ? b.value : a.value,
			dimension: common(a, b, "compare")
		}));
		return {
			value: Math[name](...args.map((a) => a.value)),
			dimension
		};
	}
	if (args.length !== 1) throw new ExpressionError(expressionMessages.argumentCount(name, "one value", args.length));
	return single(name, args[0]);
}
function single(name, a) {
	if (name === "abs") return {
		value: Math.abs(a.value),
		dimension: a.dimension
	};
	if (name === "sqrt") return {
		value: Math.sqrt(a.value),
		dimension: raise(a.dimension, .5)
	};
	requirePlain(`'${name}'`, a);
	return plain(Math[name](a.value));
}
/** The dimension that two terms share. A plain 0 is nothing of anything, and fits everywhere. */
function common(a, b, verb) {
	if (sameDimension(a.dimension, b.dimension)) return a.dimension;
	if (isPlainZero(a)) return b.dimension;
	if (isPlainZero(b)) return a.dimension;
	throw new ExpressionError(expressionMessages.mismatch(verb, a.dimension, b.dimension));
}
/** A 0 without unit, which may stand for no time, no data and no money alike. */
function isPlainZero(a) {
	return a.value === 0 && sameDimension(a.dimension, PLAIN);
}
function requirePlain(what, a) {
	if (!sameDimension(a.dimension, PLAIN)) throw new ExpressionError(expressionMessages.needsPlain(what, a.dimension));
}
function plain(value) {
	return {
		value,
		dimension: PLAIN
	};
}
// src/units/percent.ts
/** Beyond this an exponent makes any number of an expression's length nothing or infinite. */
const LARGEST_EXPONENT = 9999;
/**
* The decimal that a percentage stands for, by moving its point and not by a division, which would round twice:
* `99.9` gives `99.9e-2`, which reads as 0.999, where 99.9 / 100 is 0.9990000000000001.
*/
function shareOfPercent(percent) {
	const [digits, exponent = "0"] = percent.toLowerCase().split("e");
	const moved = Math.max(-9999, Math.min(LARGEST_EXPONENT, Number(exponent) - 2));
	return `${digits.replace(/\.$/, "")}e${moved}`;
}
/** Decimals that a double below 1 holds for certain. */
const DECIMALS = 15;
/**
* 1 − value without what the subtraction adds (1 − 0.999 is 0.0010000000000000009 in doubles): the short decimal, where
* it is one that belongs to this very value.
*/
function complement(value) {
	const difference = 1 - value;
	const short = Number(difference.toFixed(DECIMALS));
	return 1 - short === value ? short : difference;
}
// src/units/rounding.ts
/** The power of ten of a number's first digit: 0 of 7.5, −2 of 0.031. */
function magnitude(value) {
	return Number(value.toExponential().split("e")[1]);
}
/** Moves the point, and nothing else: by its text, for a product would round once more. */
function shift(value, places) {
	const [digits, exponent = "0"] = String(value).split("e");
	return Number(`${digits}e${Number(exponent) + places}`);
}
/** What doubles add to a decimal: 6.7 × 60 s are 6.7 min, and not a little more. */
const NOTHING$2 = 1e-12;
/** To a multiple of 10^place, as a whole number of them. */
function wholeAt(value, place, direction) {
	const scaled = shift(value, -place);
	const nearest = Math.sign(scaled) * Math.round(Math.abs(scaled));
	if (direction === "nearest" || Math.abs(scaled - nearest) <= NOTHING$2 * Math.max(1, Math.abs(scaled))) return nearest;
	return direction === "down" ? Math.floor(scaled) : Math.ceil(scaled);
}
/** To a multiple of 10^place. */
function roundAt(value, place, direction = "nearest") {
	return shift(wholeAt(value, place, direction), place) + 0;
}
// src/units/table.ts
/** A year is 365.25 days everywhere in the language. */
const SECONDS_PER_YEAR = 31557600;
/** All units that do not depend on the model, by every name they have. */
const UNITS = new Map([
	{
		names: [
			"us",
			"microsecond",
			"microseconds"
		],
		value: 1e-6,
		dimension: TIME$1
	},
	{
		names: [
			"ms",
			"millisecond",
			"milliseconds"
		],
		value: .001,
		dimension: TIME$1
	},
	{
		names: [
			"s",
			"sec",
			"secs",
			"second",
			"seconds"
		],
		value: 1,
		dimension: TIME$1
	},
	{
		names: [
			"min",
			"mins",
			"minute",
			"minutes"
		],
		value: 60,
		dimension: TIME$1
	},
	{
		names: [
			"h",
			"hr",
			"hrs",
			"hour",
			"hours"
		],
		value: 3600,
		dimension: TIME$1
	},
	{
		names: [
			"d",
			"day",
			"days"
		],
		value: 86400,
		dimension: TIME$1
	},
	{
		names: ["week", "weeks"],
		value: 604800,
		dimension: TIME$1
	},
	{
		names: ["month", "months"],
		value: SECONDS_PER_YEAR / 12,
		dimension: TIME$1
	},
	{
		names: [
			"y",
			"yr",
			"yrs",
			"year",
			"years"
		],
		value: SECONDS_PER_YEAR,
		dimension: TIME$1
	},
	{
		names: [
			"B",
			"byte",
			"bytes"
		],
		value: 1,
		dimension: DATA$2
	},
	{
		names: ["kB", "KB"],
		value: 1e3,
		dimension: DATA$2
	},
	{
		names: ["MB"],
		value: 1e6,
		dimension: DATA$2
	},
	{
		names: ["GB"],
		value: 1e9,
		dimension: DATA$2
	},
	{
		names: ["TB"],
		value: 0xe8d4a51000,
		dimension: DATA$2
	},
	{
		names: ["PB"],
		value: 0x38d7ea4c68000,
		dimension: DATA$2
	},
	{
		names: ["KiB"],
		value: 1024,
		dimension: DATA$2
	},
	{
		names: ["MiB"],
		value: 2 ** 20,
		dimension: DATA$2
	},
	{
		names: ["GiB"],
		value: 2 ** 30,
		dimension: DATA$2
	},
	{
		names: ["TiB"],
		value: 2 ** 40,
		dimension: DATA$2
	}
].flatMap(({ names, value, dimension }) => names.map((name) => [name, {
	value,
	dimension
}])));
/** What people write for a unit that has another name here, or more than one meaning. */
const UNIT_SLIPS = /* @__PURE__ */ new Map([
	["m", "min"],
	["M", "month"],
	["mo", "month"],
	["mon", "month"],
	["w", "week"],
	["wk", "week"],
	["a", "year"],
	["µs", "us"]
]);
/** What stands before an amount, and which currency it is. */
const MONEY_SIGNS = /* @__PURE__ */ new Map([
	["$", "USD"],
	["€", "EUR"],
	["£", "GBP"],
	["¥", "JPY"]
]);
/** A currency is named by three capitals, as ISO 4217 does. */
function isCurrencyCode(text) {
	return /^[A-Z]{3}$/.test(text);
}
/** The unit called `name` in a model that reckons in `currency`; undefined where there is none. */
function findUnit(name, currency) {
	return name === currency ? {
		value: 1,
		dimension: MONEY
	} : UNITS.get(name);
}
// src/units/scale.ts
/** The place to which a value is shown: that of the first digit that its interval leaves in doubt. */
function placeOf(value, { half, least, most }, per = 1) {
	const first = magnitude(value);
	const known = half > 0 && Number.isFinite(half) ? magnitude(half / per) : -Infinity;
	return Math.min(first - least + 1, Math.max(first - most + 1, known));
}
/** One digit, or two where one would be more than a quarter too much. */
function widthAt(width) {
	if (!(width > 0)) return 0;
	const place = magnitude(width);
	const one = roundAt(width, place, "up");
	return one <= 1.25 * width ? one : roundAt(width, place - 1, "up");
}
/** Digits, grouped from a thousand on, with a true minus. */
function plainDigits(value) {
	const size = Math.abs(value);
	const text = size >= 1e3 && size < 0x38d7ea4c68000 ? group(String(size)) : String(size);
	return value < 0 ? `−${text}` : text;
}
function group(digits) {
	const [whole, fraction] = digits.split(".");
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
	return fraction === void 0 ? grouped : `${grouped}.${fraction}`;
}
const TIMES$1 = [
	{
		name: "µs",
		size: 1e-6,
		below: .001
	},
	{
		name: "ms",
		size: .001,
		below: 1
	},
	{
		name: "s",
		size: 1,
		below: 60
	},
	{
		name: "min",
		size: 60,
		below: 3600
	},
	{
		name: "h",
		size: 3600,
		below: 172800
	},
	{
		name: "days",
		size: 86400,
		below: 2 * SECONDS_PER_YEAR
	},
	{
		name: "years",
		size: SECONDS_PER_YEAR,
		below: Infinity
	}
];
function timeUnit(seconds) {
	return TIMES$1.findIndex(({ below }) => Math.abs(seconds) < below * (1 - 1e-12));
}
function timeText(amount, name) {
	return `${plainDigits(amount)} ${amount === 1 ? name.replace(/^(day|year)s$/, "$1") : name}`;
}
/**
* Times in one unit, so that an estimate and its interval's ends, and figures in a column, are held against each other
* at a glance.
*/
const TIME_SCALE = {
	print(seconds, shown) {
		if (seconds === 0) return {
			text: "0 s",
			value: 0
		};
		const at = timeUnit(seconds);
		const { name, size } = TIMES$1[at];
		const amount = seconds / size;
		const rounded = roundAt(amount, placeOf(amount, {
			...shown,
			least: Math.max(shown.least, Math.abs(amount) >= 10 ? 2 : 1)
		}, size), shown.direction);
		const next = TIMES$1[at + 1];
		if (next !== void 0 && Math.abs(rounded * size) >= TIMES$1[at].below * (1 - 1e-12) && Number.isInteger(rounded * size / next.size)) return {
			text: timeText(rounded * size / next.size, next.name),
			value: rounded * size
		};
		return {
			text: timeText(rounded, name),
			value: rounded * size
		};
	},
	margin(width, beside) {
		const { name, size } = TIMES$1[beside === 0 ? timeUnit(width) : timeUnit(beside)];
		const amount = widthAt(width / size);
		return {
			text: timeText(amount, name),
			value: amount * size
		};
	}
};
/** Beyond this a percentage is a row of nines that nobody counts. */
const TOO_MANY_NINES = 1e-15;
/** `¹²`, `⁻⁷`. */
function superscript(whole) {
	return [...String(whole)].map((sign) => sign === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)]).join("");
}
/** `2.5 × 10⁻⁷`, to three digits. */
function scientific(value) {
	const [digits, exponent] = value.toExponential(2).split("e");
	const power = superscript(Number(exponent));
	return Number(digits) === 1 ? `10${power}` : `${Number(digits)} × 10${power}`;
}
/** A share from what it lacks to 1. */
function fromAbove(down, shown) {
	const opposite = {
		nearest: "nearest",
		down: "up",
		up: "down"
	};
	const place = placeOf(down * 100, shown, 1 / 100);
	const left = wholeAt(down * 100, place, opposite[shown.direction]);
	const value = 1 - roundAt(down * 100, place, opposite[shown.direction]) / 100;
	if (down < TOO_MANY_NINES) return {
		text: `1 − ${scientific(roundAt(down, place - 2, opposite[shown.direction]))}`,
		value
	};
	const places = Math.max(0, -place);
	const digits = (10n ** BigInt(places + 2) - BigInt(left) * 10n ** BigInt(Math.max(0, place))).toString().padStart(places + 1, "0");
	return {
		text: `${places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, "")}%`,
		value
	};
}
/** Shares in percent; their digits count from 100% or from 0, whichever is nearer, and less than all is never 100%. */
const SHARE_SCALE = {
	print: (share, shown) => share > .5 && share < 1 ? fromAbove(complement(share), shown) : percentage(share, shown),
	margin(width) {
		const amount = widthAt(width * 100);
		return {
			text: `${plainDigits(amount)}%`,
			value: amount / 100
		};
	}
};
function percentage(share, shown) {
	if (share === 0 || share === 1) return {
		text: `${share * 100}%`,
		value: share
	};
	const rounded = roundAt(share * 100, placeOf(share * 100, shown, 1 / 100), shown.direction);
	return {
		text: `${plainDigits(rounded)}%`,
		value: rounded / 100
	};
}
// src/units/write.ts
const scaled = (unit, factor) => ({
	unit: ` ${unit}`,
	toSi: (amount) => amount * factor
});
const TIMES = [
	scaled("years", SECONDS_PER_YEAR),
	scaled("days", 86400),
	scaled("h", 3600),
	scaled("min", 60),
	scaled("s", 1),
	scaled("ms", .001)
];
const AMOUNTS = [
	scaled("TB", 0xe8d4a51000),
	scaled("GB", 1e9),
	scaled("MB", 1e6),
	scaled("kB", 1e3),
	scaled("B", 1)
];
const throughput$1 = (unit, bytes, seconds) => ({
	unit: ` ${unit}`,
	toSi: (amount) => amount * bytes / seconds
});
const DATA_RATES = [
	throughput$1("GB/s", 1e9, 1),
	throughput$1("MB/s", 1e6, 1),
	throughput$1("kB/s", 1e3, 1),
	throughput$1("B/s", 1, 1),
	throughput$1("TB/day", 0xe8d4a51000, 86400),
	throughput$1("GB/day", 1e9, 86400),
	throughput$1("MB/day", 1e6, 86400),
	throughput$1("GB/h", 1e9, 3600),
	throughput$1("MB/h", 1e6, 3600),
	throughput$1("GB/month", 1e9, SECONDS_PER_YEAR / 12)
];
/** `2 years`, `45 min`, `90 s`: in the largest unit in which it is a short number, whole if possible. */
function writeTime(seconds) {
	return shortest(seconds, TIMES, "s");
}
const RATES = {
	h: 3600,
	month: SECONDS_PER_YEAR / 12,
	year: SECONDS_PER_YEAR
};
/** Currency per second as `0.17 USD/h`; `per: 'year'` prefers the year, as budgets do. */
function writeMoneyRate(perSecond, currency, per = "h") {
	const written = [
		per,
		"month",
		"year",
		"h"
	].map((unit) => {
		const seconds = RATES[unit];
		return exact(perSecond, {
			unit: ` ${currency}/${unit}`,
			toSi: (amount) => amount / seconds
		});
	});
	return written.find((text) => text !== null && /^\d{1,9}(\.\d{1,4})? /.test(text)) ?? written.find((text) => text !== null) ?? `${perSecond} ${currency}/s`;
}
/** `500 GB`. */
function writeData(bytes) {
	return shortest(bytes, AMOUNTS, "B");
}
/** `200 MB/s`, `20 GB/day`. */
function writeDataRate(bytesPerSecond) {
	return shortest(bytesPerSecond, DATA_RATES, "B/s");
}
/** Currency per byte as `0.02 USD/GB`. */
function writeDataPrice(perByte, currency) {
	return exact(perByte, {
		unit: ` ${currency}/GB`,
		toSi: (amount) => amount / 1e9
	}) ?? `${perByte} ${currency}/B`;
}
/** Currency per byte and second as `0.023 USD/GB/month`. */
function writeStoragePrice(perByteSecond, currency) {
	return exact(perByteSecond, {
		unit: ` ${currency}/GB/month`,
		toSi: (amount) => amount / 1e9 / 2629800
	}) ?? `${perByteSecond} ${currency}/B/s`;
}
/** Any quantity, in the best unit known for what it is. */
function writeQuantity({ value, dimension }, currency) {
	if (sameDimension(dimension, TIME$1)) return writeTime(value);
	if (sameDimension(dimension, DATA$2)) return writeData(value);
	if (sameDimension(dimension, DATA_RATE)) return writeDataRate(value);
	if (sameDimension(dimension, DATA_PRICE)) return writeDataPrice(value, currency);
	if (sameDimension(dimension, STORAGE_PRICE)) return writeStoragePrice(value, currency);
	if (sameDimension(dimension, MONEY_RATE)) return writeMoneyRate(value, currency);
	if (sameDimension(dimension, PLAIN)) return String(value);
	return writeSi(value, dimension, currency);
}
/** The number in SI units, for a dimension that has no unit of its own: `3 / h` as `0.000833 1/s`. */
function writeSi(value, dimension, currency) {
	const unit = siUnit(dimension, currency);
	return unit.startsWith("1/") ? `${value}${unit.slice(1)}` : `${value} ${unit}`;
}
function shortest(value, units, base) {
	if (value === 0) return `0 ${base}`;
	for (const pattern of [/^-?[1-9]\d{0,2} /, /^-?[1-9]\d{0,4}(\.\d{1,4})? /]) for (const unit of units) {
		const text = exact(value, unit);
		if (text !== null && pattern.test(text)) return singular(text);
	}
	return `${value} ${base}`;
}
/** The amount of the unit that reads back as exactly `value`, if a number of at most 15 digits does. */
function exact(value, { unit, toSi }) {
	const amount = Number((value / toSi(1)).toPrecision(15));
	return toSi(amount) === value ? `${amount}${unit}` : null;
}
function singular(text) {
	return text.replace(/^1 (year|day)s$/, "1 $1");
}
// src/units/format.ts
/** What is given, for reading: goals, settings, counts, the steps of an axis. What is estimated is in `figure.ts`. */
/** What is given as a whole number is short enough to be shown so. */
const WHOLE = /^-?\d{1,3} /;
/**
* A time that is given: in one unit, `1.5 min`, `36 h`; and where three digits of that are not all of it, as it is
* written: `65 s`.
*/
function formatDuration(seconds) {
	if (Number.isNaN(seconds)) return "–";
	if (!Number.isFinite(seconds)) return seconds > 0 ? "∞" : "−∞";
	if (seconds === 86400) return "1 day";
	const { text, value } = TIME_SCALE.print(seconds, {
		half: 0,
		least: 1,
		most: 3,
		direction: "nearest"
	});
	if (Math.abs(value - seconds) <= 1e-12 * Math.abs(seconds)) return text;
	const written = writeTime(seconds);
	return WHOLE.test(written) ? written.replace("-", "−") : text;
}
/**
* A share for reading, with as many digits as its distance from 0 or 100% needs to show `digits` of its own:
* 99.971%, 99.99995%, 50%, 0.12%. It never rounds up to 100% what is below it.
*/
function formatPercent(share, digits = 3) {
	if (!Number.isFinite(share)) return `${formatNumber(share)}%`;
	return SHARE_SCALE.print(share, {
		half: 0,
		least: 1,
		most: digits,
		direction: "nearest"
	}).text;
}
/**
* A plain number for reading, with three significant digits unless told, and all there are before its point: `1,234`,
* `0.0123`.
*/
function formatNumber(value, digits = 3) {
	if (Number.isNaN(value)) return "–";
	if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
	const size = Math.abs(value);
	return plainDigits(size >= 10 ** digits && size < 0x38d7ea4c68000 ? Math.round(value) : Number(value.toPrecision(digits)));
}
// src/units/nearest.ts
var import_fastest_levenshtein = (/* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.distance = exports.closest = void 0;
	var peq = /* @__PURE__ */ new Uint32Array(65536);
	var myers_32 = function(a, b) {
		var n = a.length;
		var m = b.length;
		var lst = 1 << n - 1;
		var pv = -1;
		var mv = 0;
		var sc = n;
		var i = n;
		while (i--) peq[a.charCodeAt(i)] |= 1 << i;
		for (i = 0; i < m; i++) {
			var eq = peq[b.charCodeAt(i)];
			var xv = eq | mv;
			eq |= (eq & pv) + pv ^ pv;
			mv |= ~(eq | pv);
			pv &= eq;
			if (mv & lst) sc++;
			if (pv & lst) sc--;
			mv = mv << 1 | 1;
			pv = pv << 1 | ~(xv | mv);
			mv &= xv;
		}
		i = n;
		while (i--) peq[a.charCodeAt(i)] = 0;
		return sc;
	};
	var myers_x = function(b, a) {
		var n = a.length;
		var m = b.length;
		var mhc = [];
		var phc = [];
		var hsize = Math.ceil(n / 32);
		var vsize = Math.ceil(m / 32);
		for (var i = 0; i < hsize; i++) {
			phc[i] = -1;
			mhc[i] = 0;
		}
		var j = 0;
		for (; j < vsize - 1; j++) {
			var mv_1 = 0;
			var pv_1 = -1;
			var start_1 = j * 32;
			var vlen_1 = Math.min(32, m) + start_1;
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] |= 1 << k;
			for (var i = 0; i < n; i++) {
				var eq = peq[a.charCodeAt(i)];
				var pb = phc[i / 32 | 0] >>> i & 1;
				var mb = mhc[i / 32 | 0] >>> i & 1;
				var xv = eq | mv_1;
				var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
				var ph = mv_1 | ~(xh | pv_1);
				var mh = pv_1 & xh;
				if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
				if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
				ph = ph << 1 | pb;
				mh = mh << 1 | mb;
				pv_1 = mh | ~(xv | ph);
				mv_1 = ph & xv;
			}
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] = 0;
		}
		var mv = 0;
		var pv = -1;
		var start = j * 32;
		var vlen = Math.min(32, m - start) + start;
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
		var score = m;
		for (var i = 0; i < n; i++) {
			var eq = peq[a.charCodeAt(i)];
			var pb = phc[i / 32 | 0] >>> i & 1;
			var mb = mhc[i / 32 | 0] >>> i & 1;
			var xv = eq | mv;
			var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
			var ph = mv | ~(xh | pv);
			var mh = pv & xh;
			score += ph >>> m - 1 & 1;
			score -= mh >>> m - 1 & 1;
			if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
			if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
			ph = ph << 1 | pb;
			mh = mh << 1 | mb;
			pv = mh | ~(xv | ph);
			mv = ph & xv;
		}
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
		return score;
	};
	var distance = function(a, b) {
		if (a.length < b.length) {
			var tmp = b;
			b = a;
			a = tmp;
		}
		if (b.length === 0) return a.length;
		if (a.length <= 32) return myers_32(a, b);
		return myers_x(a, b);
	};
	exports.distance = distance;
	var closest = function(str, arr) {
		var min_distance = Infinity;
		var min_index = 0;
		for (var i = 0; i < arr.length; i++) {
			var dist = distance(str, arr[i]);
			if (dist < min_distance) {
				min_distance = dist;
				min_index = i;
			}
		}
		return arr[min_index];
	};
	exports.closest = closest;
})))();
/** Beyond these a search for the nearest word costs more than its help is worth. */
const MAX_CANDIDATES = 5e3;
const MAX_LENGTH = 60;
/**
* The candidate that someone who typed `word` most likely meant, or null where none is near:
* the same but for case and dashes, else at the least edit distance, at most `limit`, or two fifths of the word's
* length.
*/
function nearest(word, candidates, limit = Math.max(1, Math.round(word.length * .4))) {
	if (word.length === 0 || word.length > MAX_LENGTH) return null;
	const plain = simplify(word);
	let best = null;
	let bestDistance = limit + 1;
	let count = 0;
	for (const candidate of candidates) {
		if (++count > MAX_CANDIDATES) break;
		if (candidate === word || candidate.length > MAX_LENGTH) continue;
		const between = difference(plain, simplify(candidate), limit);
		if (between < bestDistance && between < Math.max(word.length, candidate.length)) {
			best = candidate;
			bestDistance = between;
		}
	}
	return best;
}
/** The edit distance, but that two letters swapped count once, and the beginning of a word is near the word. */
function difference(a, b, limit) {
	if (a === b) return 0;
	const edits = (0, import_fastest_levenshtein.distance)(a, b);
	if (edits === 2 && a.length === b.length && sorted(a) === sorted(b)) return 1;
	return (Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a)) ? Math.min(edits, Math.max(limit, 1)) : edits) + Math.abs(a.length - b.length) / 1e3;
}
function sorted(word) {
	return [...word].sort().join("");
}
function simplify(word) {
	return word.toLowerCase().replace(/[-_\s]/g, "");
}
// node_modules/@babel/runtime/helpers/extends.js
var require_extends = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function _extends() {
		return module.exports = _extends = Object.assign ? Object.assign.bind() : function(n) {
			for (var e = 1; e < arguments.length; e++) {
				var t = arguments[e];
				for (var r in t) ({}).hasOwnProperty.call(t, r) && (n[r] = t[r]);
			}
			return n;
		}, module.exports.__esModule = true, module.exports["default"] = module.exports, _extends.apply(null, arguments);
	}
	module.exports = _extends, module.exports.__esModule = true, module.exports["default"] = module.exports;
}));
Array.isArray;
function isMatrix(x) {
	return x && x.constructor.prototype.isMatrix === true || false;
}
function isAccessorNode(x) {
	return x && x.isAccessorNode === true && x.constructor.prototype.isNode === true || false;
}
function isConstantNode(x) {
	return x && x.isConstantNode === true && x.constructor.prototype.isNode === true || false;
}
function rule2Node(node) {
	return isConstantNode(node) || isOperatorNode(node) && node.args.length === 1 && isConstantNode(node.args[0]) && "-+~".includes(node.op);
}
function isFunctionNode(x) {
	return x && x.isFunctionNode === true && x.constructor.prototype.isNode === true || false;
}
function isOperatorNode(x) {
	return x && x.isOperatorNode === true && x.constructor.prototype.isNode === true || false;
}
function isSymbolNode(x) {
	return x && x.isSymbolNode === true && x.constructor.prototype.isNode === true || false;
}
// node_modules/mathjs/lib/esm/utils/object.js
/**
* A safe hasOwnProperty
* @param {Object} object
* @param {string} property
*/
function hasOwnProperty(object, property) {
	return object && Object.hasOwnProperty.call(object, property);
}
/**
* Shallow version of pick, creating an object composed of the picked object properties
* but not for nested properties
* @param {Object} object
* @param {string[]} properties
* @return {Object}
*/
function pickShallow(object, properties) {
	var copy = {};
	for (var i = 0; i < properties.length; i++) {
		var key = properties[i];
		var value = object[key];
		if (value !== void 0) copy[key] = value;
	}
	return copy;
}
// node_modules/mathjs/lib/esm/utils/number.js
/**
* Ensure the number type is compatible with the provided value.
* If not, return 'number' instead.
*
* For example:
*
*     safeNumberType('2.3', { number: 'bigint', numberFallback: 'number' })
*
* will return 'number' and not 'bigint' because trying to create a bigint with
* value 2.3 would throw an exception.
*
* @param {string} numberStr
* @param {{
*   number: 'number' | 'BigNumber' | 'bigint' | 'Fraction'
*   numberFallback: 'number' | 'BigNumber'
* }} config
* @returns {'number' | 'BigNumber' | 'bigint' | 'Fraction'}
*/
function safeNumberType(numberStr, config) {
	if (config.number === "bigint") try {
		BigInt(numberStr);
	} catch (_unused) {
		return config.numberFallback;
	}
	return config.number;
}
// node_modules/mathjs/lib/esm/utils/factory.js
/**
* Create a factory function, which can be used to inject dependencies.
*
* The created functions are memoized, a consecutive call of the factory
* with the exact same inputs will return the same function instance.
* The memoized cache is exposed on `factory.cache` and can be cleared
* if needed.
*
* Example:
*
*     const name = 'log'
*     const dependencies = ['config', 'typed', 'divideScalar', 'Complex']
*
*     export const createLog = factory(name, dependencies, ({ typed, config, divideScalar, Complex }) => {
*       // ... create the function log here and return it
*     }
*
* @param {string} name           Name of the function to be created
* @param {string[]} dependencies The names of all required dependencies
* @param {function} create       Callback function called with an object with all dependencies
* @param {Object} [meta]
*     Optional object with meta information that will be attached
*     to the created factory function as property `meta`. For explanation
*     of what meta properties can be specified and what they mean, see
*     docs/core/extension.md.
* @returns {function}
*/
function factory(name, dependencies, create, meta) {
	function assertAndCreate(scope) {
		var deps = pickShallow(scope, dependencies.map(stripOptionalNotation));
		assertDependencies(name, dependencies, scope);
		return create(deps);
	}
	assertAndCreate.isFactory = true;
	assertAndCreate.fn = name;
	assertAndCreate.dependencies = dependencies.slice().sort();
	if (meta) assertAndCreate.meta = meta;
	return assertAndCreate;
}
/**
* Assert that all dependencies of a list with dependencies are available in the provided scope.
*
* Will throw an exception when there are dependencies missing.
*
* @param {string} name   Name for the function to be created. Used to generate a useful error message
* @param {string[]} dependencies
* @param {Object} scope
*/
function assertDependencies(name, dependencies, scope) {
	if (!dependencies.filter((dependency) => !isOptionalDependency(dependency)).every((dependency) => scope[dependency] !== void 0)) {
		var missingDependencies = dependencies.filter((dependency) => scope[dependency] === void 0);
		throw new Error("Cannot create function \"".concat(name, "\", ") + "some dependencies are missing: ".concat(missingDependencies.map((d) => "\"".concat(d, "\"")).join(", "), "."));
	}
}
function isOptionalDependency(dependency) {
	return dependency && dependency[0] === "?";
}
function stripOptionalNotation(dependency) {
	return dependency && dependency[0] === "?" ? dependency.slice(1) : dependency;
}
// node_modules/mathjs/lib/esm/utils/array.js
var import_extends = /* @__PURE__ */ __toESM(require_extends(), 1);
/**
* Recursively maps over each element of nested array using a provided callback function.
*
* @param {Array} array - The array to be mapped.
* @param {Function} callback - The function to execute on each element, taking three arguments:
*   - `value` (any): The current element being processed in the array.
*   - `index` (Array<number>): The index of the current element being processed in the array.
*   - `array` (Array): The array `deepMap` was called upon.
* @param {boolean} [skipIndex=false] - If true, the callback function is called with only the value.
* @returns {Array} A new array with each element being the result of the callback function.
*/
function deepMap$1(array, callback) {
	var skipIndex = arguments.length > 2 && arguments[2] !== void 0 ? arguments[2] : false;
	if (array.length === 0) return [];
	if (skipIndex) return recursiveMap(array);
	var index = [];
	return recursiveMapWithIndex(array, 0);
	function recursiveMapWithIndex(value, depth) {
		if (Array.isArray(value)) {
			var N = value.length;
			var result = Array(N);
			for (var i = 0; i < N; i++) {
				index[depth] = i;
				result[i] = recursiveMapWithIndex(value[i], depth + 1);
			}
			return result;
		} else return callback(value, index.slice(0, depth), array);
	}
	function recursiveMap(value) {
		if (Array.isArray(value)) {
			var N = value.length;
			var result = Array(N);
			for (var i = 0; i < N; i++) result[i] = recursiveMap(value[i]);
			return result;
		} else return callback(value);
	}
}
// node_modules/mathjs/lib/esm/utils/collection.js
/**
* Execute the callback function element wise for each element in array and any
* nested array
* Returns an array with the results
* @param {Array | Matrix} array
* @param {Function} callback   The callback is called with two parameters:
*                              value1 and value2, which contain the current
*                              element of both arrays.
* @param {boolean} [skipZeros] Invoke callback function for non-zero values only.
*
* @return {Array | Matrix} res
*/
function deepMap(array, callback, skipZeros) {
	if (!skipZeros) {
		if (isMatrix(array)) return array.map((x) => callback(x), false, true);
		else return deepMap$1(array, callback, true);
	}
	var skipZerosCallback = (x) => x === 0 ? x : callback(x);
	if (isMatrix(array)) return array.map((x) => skipZerosCallback(x), false, true);
	else return deepMap$1(array, skipZerosCallback, true);
}
// node_modules/mathjs/lib/esm/expression/parse.js
var name = "parse";
var createParse = /* #__PURE__ */ factory(name, [
	"typed",
	"numeric",
	"config",
	"AccessorNode",
	"ArrayNode",
	"AssignmentNode",
	"BlockNode",
	"ConditionalNode",
	"ConstantNode",
	"FunctionAssignmentNode",
	"FunctionNode",
	"IndexNode",
	"ObjectNode",
	"OperatorNode",
	"ParenthesisNode",
	"RangeNode",
	"RelationalNode",
	"SymbolNode"
], (_ref) => {
	var { typed, numeric, config, AccessorNode, ArrayNode, AssignmentNode, BlockNode, ConditionalNode, ConstantNode, FunctionAssignmentNode, FunctionNode, IndexNode, ObjectNode, OperatorNode, ParenthesisNode, RangeNode, RelationalNode, SymbolNode } = _ref;
	/**
	* Parse an expression. Returns a node tree, which can be evaluated by
	* invoking node.evaluate() or transformed into a functional object via node.compile().
	*
	* Note the evaluating arbitrary expressions may involve security risks,
	* see [https://mathjs.org/docs/expressions/security.html](https://mathjs.org/docs/expressions/security.html) for more information.
	*
	* Syntax:
	*
	*     math.parse(expr)
	*     math.parse(expr, options)
	*     math.parse([expr1, expr2, expr3, ...])
	*     math.parse([expr1, expr2, expr3, ...], options)
	*
	* Example:
	*
	*     const node1 = math.parse('sqrt(3^2 + 4^2)')
	*     node1.compile().evaluate() // 5
	*
	*     let scope = {a:3, b:4}
	*     const node2 = math.parse('a * b')
	*     node2.evaluate(scope) // 12
	*     const code2 = node2.compile()
	*     code2.evaluate(scope) // 12
	*     scope.a = 5
	*     code2.evaluate(scope) // 20
	*
	*     const nodes = math.parse(['a = 3', 'b = 4', 'a * b'])
	*     nodes[2].compile().evaluate() // 12
	*
	* See also:
	*
	*     evaluate, compile
	*
	* History:
	*
	*     v0.9   Created
	*     v0.13  Switched to one-based indices
	*     v0.14  Added `[1,2;3,4]` notation for matrices
	*     v0.18  Dropped the `function` keyword
	*     v0.20  Added ternary conditional
	*     v0.27  Allow multi-line expressions; allow functions that receive
	*            unevaluated parameters (`rawArgs`)
	*     v3     Add object notation; allow assignments internal to other
	*            expressions
	*     v7.3   Supported binary, octal, and hexadecimal notation
	*     v9.5   Support for calculations with percentages
	*     v12.4  Allow trailing commas in matrices
	*     v14.8  Add nullish coalescing operator
	*     v15.1  Add optional chaining operator
	*
	* @param {string | string[] | Matrix} expr          Expression to be parsed
	* @param {{nodes: Object<string, Node>}} [options]  Available options:
	*                                                   - `nodes` a set of custom nodes
	* @return {Node | Node[]} node
	* @throws {Error}
	*/
	var parse = typed(name, {
		string: function string(expression) {
			return parseStart(expression, {});
		},
		"Array | Matrix": function Array__Matrix(expressions) {
			return parseMultiple(expressions, {});
		},
		"string, Object": function string_Object(expression, options) {
			return parseStart(expression, options.nodes !== void 0 ? options.nodes : {});
		},
		"Array | Matrix, Object": parseMultiple
	});
	function parseMultiple(expressions) {
		var options = arguments.length > 1 && arguments[1] !== void 0 ? arguments[1] : {};
		var extraNodes = options.nodes !== void 0 ? options.nodes : {};
		return deepMap(expressions, function(elem) {
			if (typeof elem !== "string") throw new TypeError("String expected");
			return parseStart(elem, extraNodes);
		});
	}
	var TOKENTYPE = {
		NULL: 0,
		DELIMITER: 1,
		NUMBER: 2,
		SYMBOL: 3,
		UNKNOWN: 4
	};
	var DELIMITERS = {
		",": true,
		"(": true,
		")": true,
		"[": true,
		"]": true,
		"{": true,
		"}": true,
		"\"": true,
		"'": true,
		";": true,
		"+": true,
		"-": true,
		"*": true,
		".*": true,
		"/": true,
		"./": true,
		"%": true,
		"^": true,
		".^": true,
		"~": true,
		"!": true,
		"&": true,
		"|": true,
		"^|": true,
		"=": true,
		":": true,
		"?": true,
		"?.": true,
		"??": true,
		"==": true,
		"!=": true,
		"<": true,
		">": true,
		"<=": true,
		">=": true,
		"<<": true,
		">>": true,
		">>>": true
	};
	var NAMED_DELIMITERS = {
		mod: true,
		to: true,
		in: true,
		and: true,
		xor: true,
		or: true,
		not: true
	};
	var CONSTANTS = {
		true: true,
		false: false,
		null: null,
		undefined: void 0
	};
	var NUMERIC_CONSTANTS = ["NaN", "Infinity"];
	var ESCAPE_CHARACTERS = {
		"\"": "\"",
		"'": "'",
		"\\": "\\",
		"/": "/",
		b: "\b",
		f: "\f",
		n: "\n",
		r: "\r",
		t: "	"
	};
	function initialState() {
		return {
			extraNodes: {},
			expression: "",
			comment: "",
			index: 0,
			token: "",
			tokenType: TOKENTYPE.NULL,
			nestingLevel: 0,
			conditionalLevel: null
		};
	}
	/**
	* View upto `length` characters of the expression starting at the current character.
	*
	* @param {Object} state
	* @param {number} [length=1] Number of characters to view
	* @returns {string}
	* @private
	*/
	function currentString(state, length) {
		return state.expression.substr(state.index, length);
	}
	/**
	* View the current character. Returns '' if end of expression is reached.
	*
	* @param {Object} state
	* @returns {string}
	* @private
	*/
	function currentCharacter(state) {
		return currentString(state, 1);
	}
	/**
	* Get the next character from the expression.
	* The character is stored into the char c. If the end of the expression is
	* reached, the function puts an empty string in c.
	* @private
	*/
	function next(state) {
		state.index++;
	}
	/**
	* Preview the previous character from the expression.
	* @return {string} cNext
	* @private
	*/
	function prevCharacter(state) {
		return state.expression.charAt(state.index - 1);
	}
	/**
	* Preview the next character from the expression.
	* @return {string} cNext
	* @private
	*/
	function nextCharacter(state) {
		return state.expression.charAt(state.index + 1);
	}
	/**
	* Get next token in the current string expr.
	* The token and token type are available as token and tokenType
	* @private
	*/
	function getToken(state) {
		state.tokenType = TOKENTYPE.NULL;
		state.token = "";
		state.comment = "";
		while (true) {
			if (currentCharacter(state) === "#") while (currentCharacter(state) !== "\n" && currentCharacter(state) !== "") {
				state.comment += currentCharacter(state);
				next(state);
			}
			if (parse.isWhitespace(currentCharacter(state), state.nestingLevel)) next(state);
			else break;
		}
		if (currentCharacter(state) === "") {
			state.tokenType = TOKENTYPE.DELIMITER;
			return;
		}
		if (currentCharacter(state) === "\n" && !state.nestingLevel) {
			state.tokenType = TOKENTYPE.DELIMITER;
			state.token = currentCharacter(state);
			next(state);
			return;
		}
		var c1 = currentCharacter(state);
		var c2 = currentString(state, 2);
		var c3 = currentString(state, 3);
		if (c3.length === 3 && DELIMITERS[c3]) {
			state.tokenType = TOKENTYPE.DELIMITER;
			state.token = c3;
			next(state);
			next(state);
			next(state);
			return;
		}
		if (c2.length === 2 && DELIMITERS[c2] && (c2 !== "?." || !parse.isDigit(state.expression.charAt(state.index + 2)))) {
			state.tokenType = TOKENTYPE.DELIMITER;
			state.token = c2;
			next(state);
			next(state);
			return;
		}
		if (DELIMITERS[c1]) {
			state.tokenType = TOKENTYPE.DELIMITER;
			state.token = c1;
			next(state);
			return;
		}
		if (parse.isDigitDot(c1)) {
			state.tokenType = TOKENTYPE.NUMBER;
			var _c = currentString(state, 2);
			if (_c === "0b" || _c === "0o" || _c === "0x") {
				state.token += currentCharacter(state);
				next(state);
				state.token += currentCharacter(state);
				next(state);
				while (parse.isAlpha(currentCharacter(state), prevCharacter(state), nextCharacter(state)) || parse.isDigit(currentCharacter(state))) {
					state.token += currentCharacter(state);
					next(state);
				}
				if (currentCharacter(state) === ".") {
					state.token += ".";
					next(state);
					while (parse.isAlpha(currentCharacter(state), prevCharacter(state), nextCharacter(state)) || parse.isDigit(currentCharacter(state))) {
						state.token += currentCharacter(state);
						next(state);
					}
				} else if (currentCharacter(state) === "i") {
					state.token += "i";
					next(state);
					while (parse.isDigit(currentCharacter(state))) {
						state.token += currentCharacter(state);
						next(state);
					}
				}
				return;
			}
			if (currentCharacter(state) === ".") {
				state.token += currentCharacter(state);
				next(state);
				if (!parse.isDigit(currentCharacter(state))) {
					state.tokenType = TOKENTYPE.DELIMITER;
					return;
				}
			} else {
				while (parse.isDigit(currentCharacter(state))) {
					state.token += currentCharacter(state);
					next(state);
				}
				if (parse.isDecimalMark(currentCharacter(state), nextCharacter(state))) {
					state.token += currentCharacter(state);
					next(state);
				}
			}
			while (parse.isDigit(currentCharacter(state))) {
				state.token += currentCharacter(state);
				next(state);
			}
			if (currentCharacter(state) === "E" || currentCharacter(state) === "e") {
				if (parse.isDigit(nextCharacter(state)) || nextCharacter(state) === "-" || nextCharacter(state) === "+") {
					state.token += currentCharacter(state);
					next(state);
					if (currentCharacter(state) === "+" || currentCharacter(state) === "-") {
						state.token += currentCharacter(state);
						next(state);
					}
					if (!parse.isDigit(currentCharacter(state))) throw createSyntaxError(state, "Digit expected, got \"" + currentCharacter(state) + "\"");
					while (parse.isDigit(currentCharacter(state))) {
						state.token += currentCharacter(state);
						next(state);
					}
					if (parse.isDecimalMark(currentCharacter(state), nextCharacter(state))) throw createSyntaxError(state, "Digit expected, got \"" + currentCharacter(state) + "\"");
				} else if (parse.isDecimalMark(nextCharacter(state), state.expression.charAt(state.index + 2))) {
					next(state);
					throw createSyntaxError(state, "Digit expected, got \"" + currentCharacter(state) + "\"");
				}
			}
			return;
		}
		if (parse.isAlpha(currentCharacter(state), prevCharacter(state), nextCharacter(state))) {
			while (parse.isAlpha(currentCharacter(state), prevCharacter(state), nextCharacter(state)) || parse.isDigit(currentCharacter(state))) {
				state.token += currentCharacter(state);
				next(state);
			}
			if (hasOwnProperty(NAMED_DELIMITERS, state.token)) state.tokenType = TOKENTYPE.DELIMITER;
			else state.tokenType = TOKENTYPE.SYMBOL;
			return;
		}
		state.tokenType = TOKENTYPE.UNKNOWN;
		while (currentCharacter(state) !== "") {
			state.token += currentCharacter(state);
			next(state);
		}
		throw createSyntaxError(state, "Syntax error in part \"" + state.token + "\"");
	}
	/**
	* Get next token and skip newline tokens
	*/
	function getTokenSkipNewline(state) {
		do
			getToken(state);
		while (state.token === "\n");
	}
	/**
	* Open parameters.
	* New line characters will be ignored until closeParams(state) is called
	*/
	function openParams(state) {
		state.nestingLevel++;
	}
	/**
	* Close parameters.
	* New line characters will no longer be ignored
	*/
	function closeParams(state) {
		state.nestingLevel--;
	}
	/**
	* Checks whether the current character `c` is a valid alpha character:
	*
	* - A latin letter (upper or lower case) Ascii: a-z, A-Z
	* - An underscore                        Ascii: _
	* - A dollar sign                        Ascii: $
	* - A latin letter with accents          Unicode: \u00C0 - \u02AF
	* - A greek letter                       Unicode: \u0370 - \u03FF
	* - A mathematical alphanumeric symbol   Unicode: \u{1D400} - \u{1D7FF} excluding invalid code points
	*
	* The previous and next characters are needed to determine whether
	* this character is part of a unicode surrogate pair.
	*
	* @param {string} c      Current character in the expression
	* @param {string} cPrev  Previous character
	* @param {string} cNext  Next character
	* @return {boolean}
	*/
	parse.isAlpha = function isAlpha(c, cPrev, cNext) {
		return parse.isValidLatinOrGreek(c) || parse.isValidMathSymbol(c, cNext) || parse.isValidMathSymbol(cPrev, c);
	};
	/**
	* Test whether a character is a valid latin, greek, or letter-like character
	* @param {string} c
	* @return {boolean}
	*/
	parse.isValidLatinOrGreek = function isValidLatinOrGreek(c) {
		return /^[a-zA-Z_$\u00C0-\u02AF\u0370-\u03FF\u2100-\u214F]$/.test(c);
	};
	/**
	* Test whether two given 16 bit characters form a surrogate pair of a
	* unicode math symbol.
	*
	* https://unicode-table.com/en/
	* https://www.wikiwand.com/en/Mathematical_operators_and_symbols_in_Unicode
	*
	* Note: In ES6 will be unicode aware:
	* https://stackoverflow.com/questions/280712/javascript-unicode-regexes
	* https://mathiasbynens.be/notes/es6-unicode-regex
	*
	* @param {string} high
	* @param {string} low
	* @return {boolean}
	*/
	parse.isValidMathSymbol = function isValidMathSymbol(high, low) {
		return /^[\uD835]$/.test(high) && /^[\uDC00-\uDFFF]$/.test(low) && /^[^\uDC55\uDC9D\uDCA0\uDCA1\uDCA3\uDCA4\uDCA7\uDCA8\uDCAD\uDCBA\uDCBC\uDCC4\uDD06\uDD0B\uDD0C\uDD15\uDD1D\uDD3A\uDD3F\uDD45\uDD47-\uDD49\uDD51\uDEA6\uDEA7\uDFCC\uDFCD]$/.test(low);
	};
	/**
	* Check whether given character c is a white space character: space, tab, or enter
	* @param {string} c
	* @param {number} nestingLevel
	* @return {boolean}
	*/
	parse.isWhitespace = function isWhitespace(c, nestingLevel) {
		return c === " " || c === "	" || c === "\xA0" || c === "\n" && nestingLevel > 0;
	};
	/**
	* Test whether the character c is a decimal mark (dot).
	* This is the case when it's not the start of a delimiter '.*', './', or '.^'
	* @param {string} c
	* @param {string} cNext
	* @return {boolean}
	*/
	parse.isDecimalMark = function isDecimalMark(c, cNext) {
		return c === "." && cNext !== "/" && cNext !== "*" && cNext !== "^";
	};
	/**
	* checks if the given char c is a digit or dot
	* @param {string} c   a string with one character
	* @return {boolean}
	*/
	parse.isDigitDot = function isDigitDot(c) {
		return c >= "0" && c <= "9" || c === ".";
	};
	/**
	* checks if the given char c is a digit
	* @param {string} c   a string with one character
	* @return {boolean}
	*/
	parse.isDigit = function isDigit(c) {
		return c >= "0" && c <= "9";
	};
	/**
	* Start of the parse levels below, in order of precedence
	* @return {Node} node
	* @private
	*/
	function parseStart(expression, extraNodes) {
		var state = initialState();
		(0, import_extends.default)(state, {
			expression,
			extraNodes
		});
		getToken(state);
		var node = parseBlock(state);
		if (state.token !== "") {
			if (state.tokenType === TOKENTYPE.DELIMITER) throw createError(state, "Unexpected operator " + state.token);
			else throw createSyntaxError(state, "Unexpected part \"" + state.token + "\"");
		}
		return node;
	}
	/**
	* Parse a block with expressions. Expressions can be separated by a newline
	* character '\n', or by a semicolon ';'. In case of a semicolon, no output
	* of the preceding line is returned.
	* @return {Node} node
	* @private
	*/
	function parseBlock(state) {
		var node;
		var blocks = [];
		var visible;
		if (state.token !== "" && state.token !== "\n" && state.token !== ";") {
			node = parseAssignment(state);
			if (state.comment) node.comment = state.comment;
		}
		while (state.token === "\n" || state.token === ";") {
			if (blocks.length === 0 && node) {
				visible = state.token !== ";";
				blocks.push({
					node,
					visible
				});
			}
			getToken(state);
			if (state.token !== "\n" && state.token !== ";" && state.token !== "") {
				node = parseAssignment(state);
				if (state.comment) node.comment = state.comment;
				visible = state.token !== ";";
				blocks.push({
					node,
					visible
				});
			}
		}
		if (blocks.length > 0) return new BlockNode(blocks);
		else {
			if (!node) {
				node = new ConstantNode(void 0);
				if (state.comment) node.comment = state.comment;
			}
			return node;
		}
	}
	/**
	* Assignment of a function or variable,
	* - can be a variable like 'a=2.3'
	* - or a updating an existing variable like 'matrix(2,3:5)=[6,7,8]'
	* - defining a function like 'f(x) = x^2'
	* @return {Node} node
	* @private
	*/
	function parseAssignment(state) {
		var name, args, value, valid;
		var node = parseConditional(state);
		if (state.token === "=") {
			if (isSymbolNode(node)) {
				name = node.name;
				getTokenSkipNewline(state);
				value = parseAssignment(state);
				return new AssignmentNode(new SymbolNode(name), value);
			} else if (isAccessorNode(node)) {
				if (node.optionalChaining) throw createSyntaxError(state, "Cannot assign to optional chain");
				getTokenSkipNewline(state);
				value = parseAssignment(state);
				return new AssignmentNode(node.object, node.index, value);
			} else if (isFunctionNode(node) && isSymbolNode(node.fn)) {
				valid = true;
				args = [];
				name = node.name;
				node.args.forEach(function(arg, index) {
					if (isSymbolNode(arg)) args[index] = arg.name;
					else valid = false;
				});
				if (valid) {
					getTokenSkipNewline(state);
					value = parseAssignment(state);
					return new FunctionAssignmentNode(name, args, value);
				}
			}
			throw createSyntaxError(state, "Invalid left hand side of assignment operator =");
		}
		return node;
	}
	/**
	* conditional operation
	*
	*     condition ? truePart : falsePart
	*
	* Note: conditional operator is right-associative
	*
	* @return {Node} node
	* @private
	*/
	function parseConditional(state) {
		var node = parseLogicalOr(state);
		while (state.token === "?") {
			var prev = state.conditionalLevel;
			state.conditionalLevel = state.nestingLevel;
			getTokenSkipNewline(state);
			var condition = node;
			var trueExpr = parseAssignment(state);
			if (state.token !== ":") throw createSyntaxError(state, "False part of conditional expression expected");
			state.conditionalLevel = null;
			getTokenSkipNewline(state);
			node = new ConditionalNode(condition, trueExpr, parseAssignment(state));
			state.conditionalLevel = prev;
		}
		return node;
	}
	/**
	* logical or, 'x or y'
	* @return {Node} node
	* @private
	*/
	function parseLogicalOr(state) {
		var node = parseLogicalXor(state);
		while (state.token === "or") {
			getTokenSkipNewline(state);
			node = new OperatorNode("or", "or", [node, parseLogicalXor(state)]);
		}
		return node;
	}
	/**
	* logical exclusive or, 'x xor y'
	* @return {Node} node
	* @private
	*/
	function parseLogicalXor(state) {
		var node = parseLogicalAnd(state);
		while (state.token === "xor") {
			getTokenSkipNewline(state);
			node = new OperatorNode("xor", "xor", [node, parseLogicalAnd(state)]);
		}
		return node;
	}
	/**
	* logical and, 'x and y'
	* @return {Node} node
	* @private
	*/
	function parseLogicalAnd(state) {
		var node = parseBitwiseOr(state);
		while (state.token === "and") {
			getTokenSkipNewline(state);
			node = new OperatorNode("and", "and", [node, parseBitwiseOr(state)]);
		}
		return node;
	}
	/**
	* bitwise or, 'x | y'
	* @return {Node} node
	* @private
	*/
	function parseBitwiseOr(state) {
		var node = parseBitwiseXor(state);
		while (state.token === "|") {
			getTokenSkipNewline(state);
			node = new OperatorNode("|", "bitOr", [node, parseBitwiseXor(state)]);
		}
		return node;
	}
	/**
	* bitwise exclusive or (xor), 'x ^| y'
	* @return {Node} node
	* @private
	*/
	function parseBitwiseXor(state) {
		var node = parseBitwiseAnd(state);
		while (state.token === "^|") {
			getTokenSkipNewline(state);
			node = new OperatorNode("^|", "bitXor", [node, parseBitwiseAnd(state)]);
		}
		return node;
	}
	/**
	* bitwise and, 'x & y'
	* @return {Node} node
	* @private
	*/
	function parseBitwiseAnd(state) {
		var node = parseRelational(state);
		while (state.token === "&") {
			getTokenSkipNewline(state);
			node = new OperatorNode("&", "bitAnd", [node, parseRelational(state)]);
		}
		return node;
	}
	/**
	* Parse a chained conditional, like 'a > b >= c'
	* @return {Node} node
	*/
	function parseRelational(state) {
		var params = [parseShift(state)];
		var conditionals = [];
		var operators = {
			"==": "equal",
			"!=": "unequal",
			"<": "smaller",
			">": "larger",
			"<=": "smallerEq",
			">=": "largerEq"
		};
		while (hasOwnProperty(operators, state.token)) {
			var cond = {
				name: state.token,
				fn: operators[state.token]
			};
			conditionals.push(cond);
			getTokenSkipNewline(state);
			params.push(parseShift(state));
		}
		if (params.length === 1) return params[0];
		else if (params.length === 2) return new OperatorNode(conditionals[0].name, conditionals[0].fn, params);
		else return new RelationalNode(conditionals.map((c) => c.fn), params);
	}
	/**
	* Bitwise left shift, bitwise right arithmetic shift, bitwise right logical shift
	* @return {Node} node
	* @private
	*/
	function parseShift(state) {
		var node = parseConversion(state), name, fn, params;
		var operators = {
			"<<": "leftShift",
			">>": "rightArithShift",
			">>>": "rightLogShift"
		};
		while (hasOwnProperty(operators, state.token)) {
			name = state.token;
			fn = operators[name];
			getTokenSkipNewline(state);
			params = [node, parseConversion(state)];
			node = new OperatorNode(name, fn, params);
		}
		return node;
	}
	/**
	* conversion operators 'to' and 'in'
	* @return {Node} node
	* @private
	*/
	function parseConversion(state) {
		var node = parseRange(state), name, fn, params;
		var operators = {
			to: "to",
			in: "to"
		};
		while (hasOwnProperty(operators, state.token)) {
			name = state.token;
			fn = operators[name];
			getTokenSkipNewline(state);
			if (name === "in" && "])},;".includes(state.token)) node = new OperatorNode("*", "multiply", [node, new SymbolNode("in")], true);
			else {
				params = [node, parseRange(state)];
				node = new OperatorNode(name, fn, params);
			}
		}
		return node;
	}
	/**
	* parse range, "start:end", "start:step:end", ":", "start:", ":end", etc
	* @return {Node} node
	* @private
	*/
	function parseRange(state) {
		var node;
		var params = [];
		if (state.token === ":") {
			if (state.conditionalLevel === state.nestingLevel) throw createSyntaxError(state, "The true-expression of a conditional operator may not be empty");
			else node = new ConstantNode(1);
		} else node = parseAddSubtract(state);
		if (state.token === ":" && state.conditionalLevel !== state.nestingLevel) {
			params.push(node);
			while (state.token === ":" && params.length < 3) {
				getTokenSkipNewline(state);
				if (state.token === ")" || state.token === "]" || state.token === "," || state.token === "") params.push(new SymbolNode("end"));
				else params.push(parseAddSubtract(state));
			}
			if (params.length === 3) node = new RangeNode(params[0], params[2], params[1]);
			else node = new RangeNode(params[0], params[1]);
		}
		return node;
	}
	/**
	* add or subtract
	* @return {Node} node
	* @private
	*/
	function parseAddSubtract(state) {
		var node = parseMultiplyDivideModulus(state), name, fn, params;
		var operators = {
			"+": "add",
			"-": "subtract"
		};
		while (hasOwnProperty(operators, state.token)) {
			name = state.token;
			fn = operators[name];
			getTokenSkipNewline(state);
			var rightNode = parseMultiplyDivideModulus(state);
			if (rightNode.isPercentage) params = [node, new OperatorNode("*", "multiply", [node, rightNode])];
			else params = [node, rightNode];
			node = new OperatorNode(name, fn, params);
		}
		return node;
	}
	/**
	* multiply, divide, modulus
	* @return {Node} node
	* @private
	*/
	function parseMultiplyDivideModulus(state) {
		var node = parseImplicitMultiplication(state), last = node, name, fn;
		var operators = {
			"*": "multiply",
			".*": "dotMultiply",
			"/": "divide",
			"./": "dotDivide",
			"%": "mod",
			mod: "mod"
		};
		while (true) if (hasOwnProperty(operators, state.token)) {
			name = state.token;
			fn = operators[name];
			getTokenSkipNewline(state);
			last = parseImplicitMultiplication(state);
			node = new OperatorNode(name, fn, [node, last]);
		} else break;
		return node;
	}
	/**
	* implicit multiplication
	* @return {Node} node
	* @private
	*/
	function parseImplicitMultiplication(state) {
		var node = parseRule2(state), last = node;
		while (true) if (state.tokenType === TOKENTYPE.SYMBOL || state.token === "in" && isConstantNode(node) || state.token === "in" && isOperatorNode(node) && node.fn === "unaryMinus" && isConstantNode(node.args[0]) || state.tokenType === TOKENTYPE.NUMBER && !isConstantNode(last) && (!isOperatorNode(last) || last.op === "!") || state.token === "(") {
			last = parseRule2(state);
			node = new OperatorNode("*", "multiply", [node, last], true);
		} else break;
		return node;
	}
	/**
	* Infamous "rule 2" as described in https://github.com/josdejong/mathjs/issues/792#issuecomment-361065370
	* And as amended in https://github.com/josdejong/mathjs/issues/2370#issuecomment-1054052164
	* Explicit division gets higher precedence than implicit multiplication
	* when the division matches this pattern:
	*   [unaryPrefixOp]?[number] / [number] [symbol]
	* @return {Node} node
	* @private
	*/
	function parseRule2(state) {
		var node = parseUnaryPercentage(state);
		var last = node;
		var tokenStates = [];
		while (true) if (state.token === "/" && rule2Node(last)) {
			tokenStates.push((0, import_extends.default)({}, state));
			getTokenSkipNewline(state);
			if (state.tokenType === TOKENTYPE.NUMBER) {
				tokenStates.push((0, import_extends.default)({}, state));
				getTokenSkipNewline(state);
				if (state.tokenType === TOKENTYPE.SYMBOL || state.token === "(" || state.token === "in") {
					(0, import_extends.default)(state, tokenStates.pop());
					tokenStates.pop();
					last = parseUnaryPercentage(state);
					node = new OperatorNode("/", "divide", [node, last]);
				} else {
					tokenStates.pop();
					(0, import_extends.default)(state, tokenStates.pop());
					break;
				}
			} else {
				(0, import_extends.default)(state, tokenStates.pop());
				break;
			}
		} else break;
		return node;
	}
	/**
	* Unary percentage operator (treated as `value / 100`)
	* @return {Node} node
	* @private
	*/
	function parseUnaryPercentage(state) {
		var node = parseUnary(state);
		if (state.token === "%") {
			var previousState = (0, import_extends.default)({}, state);
			getTokenSkipNewline(state);
			try {
				parseUnary(state);
				(0, import_extends.default)(state, previousState);
			} catch (_unused) {
				node = new OperatorNode("/", "divide", [node, new ConstantNode(100)], false, true);
			}
		}
		return node;
	}
	/**
	* Unary plus and minus, and logical and bitwise not
	* @return {Node} node
	* @private
	*/
	function parseUnary(state) {
		var name, params, fn;
		var operators = {
			"-": "unaryMinus",
			"+": "unaryPlus",
			"~": "bitNot",
			not: "not"
		};
		if (hasOwnProperty(operators, state.token)) {
			fn = operators[state.token];
			name = state.token;
			getTokenSkipNewline(state);
			params = [parseUnary(state)];
			return new OperatorNode(name, fn, params);
		}
		return parsePow(state);
	}
	/**
	* power
	* Note: power operator is right associative
	* @return {Node} node
	* @private
	*/
	function parsePow(state) {
		var node = parseNullishCoalescing(state), name, fn, params;
		if (state.token === "^" || state.token === ".^") {
			name = state.token;
			fn = name === "^" ? "pow" : "dotPow";
			getTokenSkipNewline(state);
			params = [node, parseUnary(state)];
			node = new OperatorNode(name, fn, params);
		}
		return node;
	}
	/**
	* nullish coalescing operator
	* @return {Node} node
	* @private
	*/
	function parseNullishCoalescing(state) {
		var node = parseLeftHandOperators(state);
		while (state.token === "??") {
			getTokenSkipNewline(state);
			node = new OperatorNode("??", "nullish", [node, parseLeftHandOperators(state)]);
		}
		return node;
	}
	/**
	* Left hand operators: factorial x!, ctranspose x'
	* @return {Node} node
	* @private
	*/
	function parseLeftHandOperators(state) {
		var node = parseCustomNodes(state), name, fn, params;
		var operators = {
			"!": "factorial",
			"'": "ctranspose"
		};
		while (hasOwnProperty(operators, state.token)) {
			name = state.token;
			fn = operators[name];
			getToken(state);
			params = [node];
			node = new OperatorNode(name, fn, params);
			node = parseAccessors(state, node);
		}
		return node;
	}
	/**
	* Parse a custom node handler. A node handler can be used to process
	* nodes in a custom way, for example for handling a plot.
	*
	* A handler must be passed as second argument of the parse function.
	* - must extend math.Node
	* - must contain a function _compile(defs: Object) : string
	* - must contain a function find(filter: Object) : Node[]
	* - must contain a function toString() : string
	* - the constructor is called with a single argument containing all parameters
	*
	* For example:
	*
	*     nodes = {
	*       'plot': PlotHandler
	*     }
	*
	* The constructor of the handler is called as:
	*
	*     node = new PlotHandler(params)
	*
	* The handler will be invoked when evaluating an expression like:
	*
	*     node = math.parse('plot(sin(x), x)', nodes)
	*
	* @return {Node} node
	* @private
	*/
	function parseCustomNodes(state) {
		var params = [];
		if (state.tokenType === TOKENTYPE.SYMBOL && hasOwnProperty(state.extraNodes, state.token)) {
			var CustomNode = state.extraNodes[state.token];
			getToken(state);
			if (state.token === "(") {
				params = [];
				openParams(state);
				getToken(state);
				if (state.token !== ")") {
					params.push(parseAssignment(state));
					while (state.token === ",") {
						getToken(state);
						params.push(parseAssignment(state));
					}
				}
				if (state.token !== ")") throw createSyntaxError(state, "Parenthesis ) expected");
				closeParams(state);
				getToken(state);
			}
			return new CustomNode(params);
		}
		return parseSymbol(state);
	}
	/**
	* parse symbols: functions, variables, constants, units
	* @return {Node} node
	* @private
	*/
	function parseSymbol(state) {
		var node, name;
		if (state.tokenType === TOKENTYPE.SYMBOL || state.tokenType === TOKENTYPE.DELIMITER && state.token in NAMED_DELIMITERS) {
			name = state.token;
			getToken(state);
			if (hasOwnProperty(CONSTANTS, name)) node = new ConstantNode(CONSTANTS[name]);
			else if (NUMERIC_CONSTANTS.includes(name)) node = new ConstantNode(numeric(name, "number"));
			else node = new SymbolNode(name);
			node = parseAccessors(state, node);
			return node;
		}
		return parseString(state);
	}
	/**
	* parse accessors:
	* - function invocation in round brackets (...), for example sqrt(2) or sqrt?.(2) with optional chaining
	* - index enclosed in square brackets [...], for example A[2,3] or A?.[2,3] with optional chaining
	* - dot notation for properties, like foo.bar or foo?.bar with optional chaining
	* @param {Object} state
	* @param {Node} node    Node on which to apply the parameters. If there
	*                       are no parameters in the expression, the node
	*                       itself is returned
	* @param {string[]} [types]  Filter the types of notations
	*                            can be ['(', '[', '.']
	* @return {Node} node
	* @private
	*/
	function parseAccessors(state, node, types) {
		var params;
		while (true) {
			var optional = false;
			if (state.token === "?.") {
				optional = true;
				getToken(state);
			}
			var hasNextAccessor = (state.token === "(" || state.token === "[" || state.token === ".") && (!types || types.includes(state.token));
			if (!(optional || hasNextAccessor)) break;
			params = [];
			if (state.token === "(") {
				if (optional || isSymbolNode(node) || isAccessorNode(node)) {
					openParams(state);
					getToken(state);
					if (state.token !== ")") {
						params.push(parseAssignment(state));
						while (state.token === ",") {
							getToken(state);
							params.push(parseAssignment(state));
						}
					}
					if (state.token !== ")") throw createSyntaxError(state, "Parenthesis ) expected");
					closeParams(state);
					getToken(state);
					node = new FunctionNode(node, params, optional);
				} else return node;
			} else if (state.token === "[") {
				openParams(state);
				getToken(state);
				if (state.token !== "]") {
					params.push(parseAssignment(state));
					while (state.token === ",") {
						getToken(state);
						params.push(parseAssignment(state));
					}
				}
				if (state.token !== "]") throw createSyntaxError(state, "Parenthesis ] expected");
				closeParams(state);
				getToken(state);
				node = new AccessorNode(node, new IndexNode(params), optional);
			} else {
				if (!optional) getToken(state);
				if (!(state.tokenType === TOKENTYPE.SYMBOL || state.tokenType === TOKENTYPE.DELIMITER && state.token in NAMED_DELIMITERS)) {
					var message = "Property name expected after ";
					message += optional ? "optional chain" : "dot";
					throw createSyntaxError(state, message);
				}
				params.push(new ConstantNode(state.token));
				getToken(state);
				node = new AccessorNode(node, new IndexNode(params, true), optional);
			}
		}
		return node;
	}
	/**
	* Parse a single or double quoted string.
	* @return {Node} node
	* @private
	*/
	function parseString(state) {
		var node, str;
		if (state.token === "\"" || state.token === "'") {
			str = parseStringToken(state, state.token);
			node = new ConstantNode(str);
			node = parseAccessors(state, node);
			return node;
		}
		return parseMatrix(state);
	}
	/**
	* Parse a string surrounded by single or double quotes
	* @param {Object} state
	* @param {"'" | "\""} quote
	* @return {string}
	*/
	function parseStringToken(state, quote) {
		var str = "";
		while (currentCharacter(state) !== "" && currentCharacter(state) !== quote) if (currentCharacter(state) === "\\") {
			next(state);
			var char = currentCharacter(state);
			var escapeChar = ESCAPE_CHARACTERS[char];
			if (escapeChar !== void 0) {
				str += escapeChar;
				state.index += 1;
			} else if (char === "u") {
				var unicode = state.expression.slice(state.index + 1, state.index + 5);
				if (/^[0-9A-Fa-f]{4}$/.test(unicode)) {
					str += String.fromCharCode(parseInt(unicode, 16));
					state.index += 5;
				} else throw createSyntaxError(state, "Invalid unicode character \\u".concat(unicode));
			} else throw createSyntaxError(state, "Bad escape character \\".concat(char));
		} else {
			str += currentCharacter(state);
			next(state);
		}
		getToken(state);
		if (state.token !== quote) throw createSyntaxError(state, "End of string ".concat(quote, " expected"));
		getToken(state);
		return str;
	}
	/**
	* parse the matrix
	* @return {Node} node
	* @private
	*/
	function parseMatrix(state) {
		var array, params, rows, cols;
		if (state.token === "[") {
			openParams(state);
			getToken(state);
			if (state.token !== "]") {
				var row = parseRow(state);
				if (state.token === ";") {
					rows = 1;
					params = [row];
					while (state.token === ";") {
						getToken(state);
						if (state.token !== "]") {
							params[rows] = parseRow(state);
							rows++;
						}
					}
					if (state.token !== "]") throw createSyntaxError(state, "End of matrix ] expected");
					closeParams(state);
					getToken(state);
					cols = params[0].items.length;
					for (var r = 1; r < rows; r++) if (params[r].items.length !== cols) throw createError(state, "Column dimensions mismatch (" + params[r].items.length + " !== " + cols + ")");
					array = new ArrayNode(params);
				} else {
					if (state.token !== "]") throw createSyntaxError(state, "End of matrix ] expected");
					closeParams(state);
					getToken(state);
					array = row;
				}
			} else {
				closeParams(state);
				getToken(state);
				array = new ArrayNode([]);
			}
			return parseAccessors(state, array);
		}
		return parseObject(state);
	}
	/**
	* Parse a single comma-separated row from a matrix, like 'a, b, c'
	* @return {ArrayNode} node
	*/
	function parseRow(state) {
		var params = [parseAssignment(state)];
		var len = 1;
		while (state.token === ",") {
			getToken(state);
			if (state.token !== "]" && state.token !== ";") {
				params[len] = parseAssignment(state);
				len++;
			}
		}
		return new ArrayNode(params);
	}
	/**
	* parse an object, enclosed in angle brackets{...}, for example {value: 2}
	* @return {Node} node
	* @private
	*/
	function parseObject(state) {
		if (state.token === "{") {
			openParams(state);
			var key;
			var properties = {};
			do {
				getToken(state);
				if (state.token !== "}") {
					if (state.token === "\"" || state.token === "'") key = parseStringToken(state, state.token);
					else if (state.tokenType === TOKENTYPE.SYMBOL || state.tokenType === TOKENTYPE.DELIMITER && state.token in NAMED_DELIMITERS) {
						key = state.token;
						getToken(state);
					} else throw createSyntaxError(state, "Symbol or string expected as object key");
					if (state.token !== ":") throw createSyntaxError(state, "Colon : expected after object key");
					getToken(state);
					properties[key] = parseAssignment(state);
				}
			} while (state.token === ",");
			if (state.token !== "}") throw createSyntaxError(state, "Comma , or bracket } expected after object value");
			closeParams(state);
			getToken(state);
			var node = new ObjectNode(properties);
			node = parseAccessors(state, node);
			return node;
		}
		return parseNumber(state);
	}
	/**
	* parse a number
	* @return {Node} node
	* @private
	*/
	function parseNumber(state) {
		var numberStr;
		if (state.tokenType === TOKENTYPE.NUMBER) {
			numberStr = state.token;
			getToken(state);
			var numericType = safeNumberType(numberStr, config);
			return new ConstantNode(numeric(numberStr, numericType));
		}
		return parseParentheses(state);
	}
	/**
	* parentheses
	* @return {Node} node
	* @private
	*/
	function parseParentheses(state) {
		var node;
		if (state.token === "(") {
			openParams(state);
			getToken(state);
			node = parseAssignment(state);
			if (state.token !== ")") throw createSyntaxError(state, "Parenthesis ) expected");
			closeParams(state);
			getToken(state);
			node = new ParenthesisNode(node);
			node = parseAccessors(state, node);
			return node;
		}
		return parseEnd(state);
	}
	/**
	* Evaluated when the expression is not yet ended but expected to end
	* @return {Node} res
	* @private
	*/
	function parseEnd(state) {
		if (state.token === "") throw createSyntaxError(state, "Unexpected end of expression");
		else throw createSyntaxError(state, "Value expected");
	}
	/**
	* Shortcut for getting the current row value (one based)
	* Returns the line of the currently handled expression
	* @private
	*/
	/**
	* Shortcut for getting the current col value (one based)
	* Returns the column (position) where the last state.token starts
	* @private
	*/
	function col(state) {
		return state.index - state.token.length + 1;
	}
	/**
	* Create an error
	* @param {Object} state
	* @param {string} message
	* @return {SyntaxError} instantiated error
	* @private
	*/
	function createSyntaxError(state, message) {
		var c = col(state);
		var error = /* @__PURE__ */ new SyntaxError(message + " (char " + c + ")");
		error.char = c;
		return error;
	}
	/**
	* Create an error
	* @param {Object} state
	* @param {string} message
	* @return {Error} instantiated error
	* @private
	*/
	function createError(state, message) {
		var c = col(state);
		var error = /* @__PURE__ */ new SyntaxError(message + " (char " + c + ")");
		error.char = c;
		return error;
	}
	typed.addConversion({
		from: "string",
		to: "Node",
		convert: parse
	});
	return parse;
});
// src/units/math-parser.ts
/** A class of nodes as the parser tells them apart: by `isNode` and `is…` on their prototype. */
function nodeClass(type, fields) {
	const Node = class {
		type = type;
		constructor(...args) {
			Object.assign(this, fields(...args));
		}
	};
	Object.defineProperty(Node.prototype, "isNode", { value: true });
	Object.defineProperty(Node.prototype, `is${type}`, { value: true });
	return Node;
}
const KEPT = {
	ConstantNode: nodeClass("ConstantNode", (value) => ({ value })),
	SymbolNode: nodeClass("SymbolNode", (name) => ({ name })),
	ParenthesisNode: nodeClass("ParenthesisNode", (content) => ({ content })),
	OperatorNode: nodeClass("OperatorNode", (op, fn, args, implicit) => ({
		op,
		fn,
		args,
		implicit: implicit === true
	})),
	FunctionNode: nodeClass("FunctionNode", (fn, args) => ({
		fn,
		args
	}))
};
/** Known to the parser and refused by us: their contents do not matter. */
const REFUSED = [
	"AccessorNode",
	"ArrayNode",
	"AssignmentNode",
	"BlockNode",
	"ConditionalNode",
	"FunctionAssignmentNode",
	"IndexNode",
	"ObjectNode",
	"RangeNode",
	"RelationalNode"
];
/** Parses an expression; throws a SyntaxError. */
const parseMath = createParse({
	...KEPT,
	...Object.fromEntries(REFUSED.map((type) => [type, nodeClass(type, () => ({}))])),
	typed: Object.assign((_, signatures) => signatures.string, { addConversion: () => void 0 }),
	numeric: (text) => Number(text),
	config: {
		number: "number",
		numberFallback: "number"
	}
});
// src/units/prepare.ts
const ALLOWED = /^[\w\s.,+\-*/^()%]*$/;
const NUMBER_PERCENT = /(?<![\w.])((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*%(?=\s*(?:$|[),+\-*/^]))/g;
/**
* Checks an expression's text before the parser sees it, and rewrites percentages.
*
* The parser used here reads `a + 2%` as `a + a*2/100`, copying its left side each time (so that
* `1+1%+1%+…` doubles in size with every term), and `%` elsewhere as a remainder. Percentages are
* therefore turned into decimals by text, and every other `%` is refused.
*/
function prepare(text) {
	if (text.length > EXPRESSION_LIMITS.characters) throw new ExpressionError(expressionMessages.tooLong(text.length, EXPRESSION_LIMITS.characters));
	const flat = text.replace(/\s+/g, " ").trim();
	if (flat === "") throw new ExpressionError(expressionMessages.empty());
	checkParentheses(flat);
	if (!ALLOWED.test(flat)) {
		const stranger = [...flat].find((character) => !ALLOWED.test(character)) ?? flat;
		throw new ExpressionError(expressionMessages.character(stranger));
	}
	const rewritten = flat.replace(NUMBER_PERCENT, (_, number) => `(${shareOfPercent(number)})`);
	if (rewritten.includes("%")) throw new ExpressionError(expressionMessages.percent());
	return rewritten;
}
function checkParentheses(text) {
	let depth = 0;
	for (const character of text) {
		if (character === "(") depth++;
		if (character === ")") depth--;
		if (depth < 0) throw new ExpressionError(expressionMessages.unopened(text));
		if (depth > EXPRESSION_LIMITS.depth) throw new ExpressionError(expressionMessages.tooDeep(EXPRESSION_LIMITS.depth));
	}
	if (depth > 0) throw new ExpressionError(expressionMessages.unclosed(text));
}
// src/units/parse.ts
const BINARY = /* @__PURE__ */ new Set([
	"+",
	"-",
	"*",
	"/",
	"^"
]);
const SIMPLE = /^\s*(\d+(?:\.\d+)?)(?:\s*([A-Za-z]+))?\s*$/;
/**
* Reads an expression into plain data, or throws an `ExpressionError`.
* `topLevel` names functions that may be called too, but only as the whole expression (distributions).
*/
function parseExpression(text, topLevel = []) {
	const simple = parseSimple(text);
	if (simple !== null) return simple;
	const prepared = prepare(text);
	let tree;
	try {
		tree = parseMath(prepared);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		const plain = text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, "");
		throw new ExpressionError(plain === text ? expressionMessages.syntax(text) : expressionMessages.thousands(text, plain));
	}
	return new Converter$1(text, topLevel).convert(tree, true);
}
/** Most values are `30 s` or `6`: those need no parser. */
function parseSimple(text) {
	const match = text.length < 40 ? SIMPLE.exec(text) : null;
	if (match === null) return null;
	const value = {
		kind: "number",
		value: Number(match[1])
	};
	if (match[2] === void 0) return value;
	return UNITS.has(match[2]) ? {
		kind: "binary",
		op: "*",
		left: value,
		right: {
			kind: "name",
			name: match[2]
		}
	} : null;
}
/** Copies the parser's tree into our own, letting pass only what is on the list. */
var Converter$1 = class {
	text;
	topLevel;
	nodes = 0;
	constructor(text, topLevel) {
		this.text = text;
		this.topLevel = topLevel;
	}
	convert(node, top) {
		if (++this.nodes > EXPRESSION_LIMITS.nodes) throw new ExpressionError(expressionMessages.tooLarge(EXPRESSION_LIMITS.nodes));
		switch (node.type) {
			case "ConstantNode":
				if (typeof node.value !== "number") break;
				if (!Number.isFinite(node.value)) throw new ExpressionError(expressionMessages.notFinite(this.text));
				return {
					kind: "number",
					value: node.value
				};
			case "SymbolNode":
				if (typeof node.name !== "string") break;
				return {
					kind: "name",
					name: node.name
				};
			case "ParenthesisNode":
				if (node.content === void 0) break;
				return this.convert(node.content, top);
			case "OperatorNode": return this.operator(node);
			case "FunctionNode": return this.call(node, top);
		}
		throw new ExpressionError(expressionMessages.notArithmetic(quote(this.text)));
	}
	operator(node) {
		const { op = "", args = [] } = node;
		if (args.length === 1) {
			if (op === "-") return {
				kind: "negate",
				of: this.convert(args[0], false)
			};
			if (op === "+") return this.convert(args[0], false);
		}
		if (args.length !== 2 || !BINARY.has(op)) throw new ExpressionError(expressionMessages.notArithmetic(`'${op}'`));
		if (node.implicit) return this.juxtaposed(node);
		return this.binary(op, this.convert(args[0], false), this.convert(args[1], false));
	}
	/**
	* Things side by side. `30 s` and `2 x` are products; `2 h 30 min`, which the parser takes for a product
	* of four, is the sum that everybody means: numbers with ever smaller units of the same kind.
	*/
	juxtaposed(node) {
		const chain = [];
		let left = node;
		while (left.type === "OperatorNode" && left.implicit && left.args !== void 0) {
			chain.unshift(left.args[1]);
			left = left.args[0];
		}
		chain.unshift(left);
		const parts = chain.map((part) => this.convert(part, false));
		if (parts.slice(1).every((part) => part.kind !== "number")) return parts.reduce((product, part) => this.binary("*", product, part));
		const terms = this.terms(parts);
		if (terms === null) throw new ExpressionError(expressionMessages.juxtaposed(null));
		if (!terms.decreasing) throw new ExpressionError(expressionMessages.juxtaposed(terms.written));
		return terms.sum;
	}
	terms(parts) {
		let sum = null;
		let before = null;
		let decreasing = true;
		const written = [];
		for (let i = 0; i < parts.length; i += 2) {
			const [amount, unit] = [parts[i], parts[i + 1]];
			const known = unit?.kind === "name" ? UNITS.get(unit.name) : void 0;
			if (amount.kind !== "number" || unit?.kind !== "name" || known === void 0) return null;
			if (before !== null && (before.value <= known.value || before.dimension !== known.dimension)) decreasing = false;
			before = known;
			const term = this.binary("*", amount, unit);
			sum = sum === null ? term : this.binary("+", sum, term);
			written.push(`${amount.value} ${unit.name}`);
		}
		return sum === null ? null : {
			sum,
			decreasing,
			written: written.join(" + ")
		};
	}
	call(node, top) {
		const { fn, args = [] } = node;
		const name = typeof fn === "object" && fn.type === "SymbolNode" ? fn.name ?? "" : "";
		if (UNITS.has(name) && !isFunctionName(name)) throw new ExpressionError(expressionMessages.notAFunction(name));
		const distribution = this.topLevel.includes(name);
		if (distribution && !top) throw new ExpressionError(expressionMessages.nestedDistribution(name));
		if (!distribution && !isFunctionName(name)) {
			const known = [...FUNCTIONS, ...this.topLevel];
			throw new ExpressionError(expressionMessages.unknownFunction(name, known, nearest(name, known)));
		}
		return {
			kind: "call",
			name,
			args: args.map((argument) => this.convert(argument, false))
		};
	}
	binary(op, left, right) {
		return {
			kind: "binary",
			op,
			left,
			right
		};
	}
};
// src/model/arguments.ts
const PARSE_OPTIONS = ["file", "set"];
/** @throws TypeError naming the argument, what it must be and what it is */
function checkParseArguments(text, options) {
	if (typeof text !== "string") {
		const decode = text instanceof Uint8Array ? ": decode it, as with new TextDecoder().decode(bytes)" : "";
		throw new TypeError(`text must be a string with the model in it, not ${describeArgument(text)}${decode}.`);
	}
	const { file, set } = knownOptions(options, PARSE_OPTIONS);
	if (file !== void 0 && typeof file !== "string") throw new TypeError(`file must be a string, not ${describeArgument(file)}.`);
	if (set === void 0) return;
	if (!isRecord(set)) throw new TypeError(`set must be an object such as { zone_mtbf: '2 years' }, not ${describeArgument(set)}.`);
	for (const [name, value] of Object.entries(set)) {
		if (typeof value === "number" || typeof value === "string") continue;
		throw new TypeError(`set.${name} must be a number or a string such as '45 s', not ${describeArgument(value)}.`);
	}
}
/** The options as an object that holds nothing but what is known. */
function knownOptions(options, known) {
	if (!isRecord(options)) throw new TypeError(`options must be an object, not ${describeArgument(options)}.`);
	for (const name of Object.keys(options)) {
		if (known.includes(name)) continue;
		const meant = nearest(name, known);
		const hint = meant === null ? `there are ${known.join(", ")}` : `did you mean '${meant}'?`;
		throw new TypeError(`unknown option '${name}': ${hint}`);
	}
	return options;
}
function isRecord(value) {
	if (typeof value !== "object" || value === null) return false;
	return !Array.isArray(value) && !ArrayBuffer.isView(value) && !(value instanceof Map);
}
/** A value of whatever kind, for a message: `null`, `the number 5`, `the string '5%'`, `a Uint8Array`. */
function describeArgument(value) {
	if (value === null || value === void 0 || typeof value === "boolean") return String(value);
	if (typeof value === "number") return `the number ${value}`;
	if (typeof value === "string") return `the string ${quote(value.trim())}`;
	const name = typeof value === "object" ? Object.getPrototypeOf(value)?.constructor?.name ?? "object" : typeof value;
	return `${/^[aeiou]/i.test(name) ? "an" : "a"} ${name === "Object" || name === "Array" ? name.toLowerCase() : name}`;
}
// src/model/changes.ts
/** What each model was read from. Not in the model: nothing that simulates it needs it. */
const sources = /* @__PURE__ */ new WeakMap();
function rememberSource(model, source) {
	sources.set(model, source);
}
// src/model/language/build.ts
/** The words in which the language is described. Each gives a kind together with the type that it reads as. */
const text = { type: "text" };
const word = { type: "word" };
const version = { type: "version" };
const currency = { type: "currency" };
const seed = { type: "seed" };
const flag = { type: "flag" };
const years = { type: "years" };
const share$3 = {
	type: "share",
	open: false
};
/** Strictly between 0 and 1. */
const properShare = {
	type: "share",
	open: true
};
/** In seconds. */
const duration = { type: "duration" };
/** In currency per second. */
const rate = {
	type: "rate",
	per: "h"
};
/** In bytes. */
const amount = {
	type: "measure",
	of: "data"
};
/** In bytes per second. */
const throughput = {
	type: "measure",
	of: "data rate"
};
/** In currency per byte. */
const transferPrice = {
	type: "measure",
	of: "price of data"
};
/** In currency per byte and second. */
const storagePrice = {
	type: "measure",
	of: "price of storage"
};
const yearlyRate = {
	type: "rate",
	per: "year"
};
const target$1 = { type: "target" };
const parameter = { type: "parameter" };
/** A drawn time whose bare duration is exponential: `mttr`. */
const exponentialTime = {
	type: "draw",
	bare: "exponential",
	positiveMean: false
};
/** The same, which cannot be 0: `mtbf`. */
const timeBetween = {
	type: "draw",
	bare: "exponential",
	positiveMean: true
};
/** A drawn time whose bare duration is constant: everything else. */
const time$2 = {
	type: "draw",
	bare: "constant",
	positiveMean: false
};
function integer(min) {
	return {
		type: "integer",
		min
	};
}
function choice(words) {
	return {
		type: "choice",
		words
	};
}
function reference(to) {
	return {
		type: "reference",
		to
	};
}
function list$1(of) {
	return {
		type: "list",
		of
	};
}
/** `what` is what one of the entries is: `domain`, `service`. */
function names$1(what, of) {
	return {
		type: "names",
		what,
		of
	};
}
function record$1(shape) {
	return {
		type: "record",
		shape: () => shape
	};
}
/** Which of the two it was is told by its type where it is used. */
function either(scalar, of) {
	return {
		type: "either",
		scalar,
		record: of
	};
}
function key(kind, doc, more = {}) {
	return {
		kind,
		doc,
		...more
	};
}
function shape(name, doc, keys) {
	return {
		name,
		doc,
		keys
	};
}
// src/model/language/experiment.ts
/** A chaos experiment or a recovery drill. */
const experimentShape = shape("experiment", "A question about the model: given that this happens now, what follows?", {
	fail: key(list$1(target$1), "What fails: domains, services, members (`db[0]`), sites (`shop[us-east-1]`), or whoever is active (`db.active`).", {
		default: "nothing",
		examples: ["eu-west-1a", "[eu-west-1a, db.active]"]
	}),
	corrupt: key(list$1(reference("service")), "Services whose data is corrupted everywhere at once, as replication copies a DROP TABLE.", {
		default: "nothing",
		examples: ["db"]
	}),
	for: key(time$2, "How long what fails stays failed.", {
		default: "the mttr of its own first failure mode",
		examples: ["2 h", "lognormal(45 min, 4 h)"]
	}),
	after: key(duration, "With several of them, each strikes that much after the one before.", {
		default: "0 s",
		examples: ["10 min"]
	}),
	data: key(choice({
		kept: "its data survives",
		lost: "it comes back empty"
	}), "Whether the data of what fails survives.", { default: "kept" })
});
// src/model/language/failures.ts
const failureKeys = {
	mtbf: key(timeBetween, "Mean time up, from a repair to the next failure. A bare duration is exponential with that mean.", {
		default: "from availability",
		examples: [
			"30 days",
			"2 years",
			"weibull(1.5, 3 years)"
		]
	}),
	availability: key(properShare, "Given instead of mtbf: mtbf follows from A = MTBF / (MTBF + MTTR).", { examples: ["99.95%"] }),
	mttr: key(exponentialTime, "Mean time from the failure to back in working order. A bare duration is exponential with that mean.", {
		required: true,
		examples: [
			"90 s",
			"lognormal(45 min, 4 h)",
			"constant(10 min)"
		]
	}),
	data: key(choice({
		kept: "its data survives",
		lost: "it comes back empty"
	}), "Whether the data of what it strikes survives.", { default: "kept" })
};
const failures = names$1("failure mode", record$1(shape("failure mode", "A way of failing: up for a time, then down for a time.", failureKeys)));
/** A failure that strikes across the tree. */
const shockShape = shape("shock", "A failure that strikes several services at the same instant: a bad deploy, an expired certificate.", {
	...failureKeys,
	hits: key(list$1(reference("service")), "The services whose members it strikes.", {
		required: true,
		examples: ["[web, db]"]
	}),
	probability: key(share$3, "The chance for each member of these services, independently, to be struck.", { default: "100%" })
});
const domains = names$1("domain", {
	type: "record",
	shape: () => domainShape
});
const domainShape = shape("domain", "What fails together: everything placed in it is unreachable while it is down.", {
	kind: key(word, "Any word; services are spread over the domains of one kind.", {
		default: "domain",
		examples: [
			"region",
			"zone",
			"rack"
		]
	}),
	failures: key(failures, "The ways in which it fails as a whole."),
	domains: key(domains, "The domains inside it."),
	cost: key(rate, "What it costs, whatever is placed in it.", {
		default: "0",
		examples: ["300 USD/month"]
	})
});
const componentShape = shape("component", "A kind of thing that fails by itself; the members of services are made of these.", {
	failures: key(failures, "The ways in which one of it fails."),
	restart: key(time$2, "From the return of its domain to serving again.", {
		default: "0 s",
		examples: ["60 s"]
	}),
	cost: key(rate, "What one of it costs while it runs.", {
		default: "0",
		examples: ["0.17 USD/h", "100 USD/month"]
	})
});
// src/model/language/data.ts
const dataShape = shape("data set", "The data that each member of a service holds.", {
	size: key(amount, "How much it is.", {
		required: true,
		examples: ["500 GB"]
	}),
	"change-rate": key(throughput, "How much of it changes: what differential and incremental backups hold.", {
		default: "0",
		examples: ["20 GB/day"]
	}),
	cost: key(storagePrice, "What keeping one copy of it costs.", {
		default: "0",
		examples: ["0.08 USD/GB/month"]
	})
});
const schedule$1 = either(duration, record$1(shape("schedule", "How often one kind of backup is made.", { every: key(duration, "Time from one to the next.", {
	required: true,
	examples: ["1 day"]
}) })));
const backupShape = shape("backup", "How data is backed up and restored. A backup counts from when it has finished.", {
	full: key(schedule$1, "Backups of everything.", {
		required: true,
		examples: ["1 week", "{ every: 1 day }"]
	}),
	differential: key(schedule$1, "Backups of what has changed since the last full one.", {
		default: "none",
		examples: ["1 day"]
	}),
	incremental: key(schedule$1, "Backups of what has changed since the last backup of any kind.", {
		default: "none",
		examples: ["1 h"]
	}),
	"log-shipping": key(duration, "How often the log of writes is shipped; 0 s is continuously.", {
		default: "none",
		examples: ["5 min"]
	}),
	retention: key(duration, "How long a backup is kept.", { default: "30 days" }),
	"backup-rate": key(throughput, "How fast a backup is written.", {
		default: "in no time",
		examples: ["300 MB/s"]
	}),
	"restore-rate": key(throughput, "How fast backups are read back.", {
		default: "in no time",
		examples: ["200 MB/s"]
	}),
	"replay-rate": key(throughput, "How fast the log is applied.", {
		default: "as restore-rate",
		examples: ["50 MB/s"]
	}),
	provision: key(time$2, "Before a restore can begin: a machine, a volume.", {
		default: "0 s",
		examples: ["10 min"]
	}),
	copies: key(list$1(reference("domain")), "The domains in which a copy of each backup is kept.", {
		default: "one outside all domains, always within reach",
		examples: ["[eu-west-1, eu-central-1]"]
	}),
	restorable: key(share$3, "The chance that one backup restores.", {
		default: "100%",
		examples: ["98%"]
	}),
	drill: key(duration, "Time between restores that are tried, which find a broken backup before the disaster does.", {
		default: "never",
		examples: ["90 days"]
	}),
	cost: key(storagePrice, "What keeping backups costs.", {
		default: "0",
		examples: ["0.023 USD/GB/month"]
	}),
	"transfer-cost": key(transferPrice, "What sending them to each copy after the first costs.", {
		default: "0",
		examples: ["0.02 USD/GB"]
	})
});
// src/model/language/service.ts
const ofMembers = true;
const ACTIVE_ACTIVE = {
	ofMembers,
	modes: ["active-active"]
};
const ACTIVE_PASSIVE = {
	ofMembers,
	modes: ["active-passive"]
};
/** Keys that may stand in either of two places mean the same in both. */
const rebuild = key(time$2, "From the repair of a member until it is an eligible standby again: catching up with the active.", {
	default: "0 s",
	examples: ["30 min"]
});
const slowStart = key(time$2, "From being believed healthy to getting requests.", { default: "0 s" });
const maxLag = key(duration, "How far a standby may be behind, in seconds of writes, and still be promoted.", {
	default: "any",
	examples: ["5 min"]
});
const failbackShape = shape("failback", "Moving back to the first member once it is there again.", {
	after: key(time$2, "From its return until the move begins.", { default: "0 s" }),
	takes: key(time$2, "How long the move interrupts the service.", { default: "a promotion and a redirection" })
});
const falsePositiveShape = shape("false positive", "Failovers that nobody needed.", { mtbf: key(timeBetween, "Mean time between them.", {
	required: true,
	examples: ["1 year"]
}) });
const dnsShape = shape("redirection", "Clients that move over as their cached answers expire.", { "dns-ttl": key(duration, "Time to live of the DNS answers; clients move over uniformly within it.", {
	required: true,
	examples: ["60 s"]
}) });
const failback = key(either(choice({
	never: "whoever is active stays so",
	auto: "as soon as the first member is back"
}), record$1(failbackShape)), "Whether the first member becomes the active again.", {
	default: "never",
	examples: ["auto", "{ after: 1 h, takes: 30 s }"]
});
const falsePositive = key(record$1(falsePositiveShape), "Failovers that nobody needed, going through promotion and redirection.", {
	default: "none",
	examples: ["{ mtbf: 1 year }"]
});
const healthCheckShape = shape("health check", "How failed members are found and taken out of rotation, and taken back.", {
	interval: key(duration, "Time between two checks.", {
		required: true,
		examples: ["10 s"]
	}),
	timeout: key(duration, "How long a check waits for an answer.", { default: "0 s" }),
	"unhealthy-threshold": key(integer(1), "Failed checks in a row that take a member out.", { default: "3" }),
	"healthy-threshold": key(integer(1), "Passed checks in a row that take it back.", { default: "2" }),
	"slow-start": slowStart
});
const replicationShape = shape("replication", "How data gets from the active member to the standbys, or between members that all serve.", {
	mode: key(choice({
		sync: "every write waits for the standby: nothing is lost",
		"semi-sync": "at least one standby has every write",
		async: "standbys are behind by the lag, which a failover loses"
	}), "When a write counts as done.", { required: true }),
	lag: key(time$2, "How far an asynchronous standby is behind.", {
		default: "0 s",
		examples: ["lognormal(1 s, 20 s)"]
	}),
	"max-lag": maxLag,
	strict: key(flag, "With mode sync: the active stops when no replica is reachable, instead of going on alone.", { default: "false" }),
	rebuild,
	"transfer-cost": key(transferPrice, "What sending the changes to one standby costs.", {
		default: "0",
		examples: ["0.02 USD/GB"]
	})
});
const failoverShape = shape("failover", "What happens when the active member stops serving.", {
	detect: key(time$2, "Until the failure is noticed.", {
		default: "the health check's delay, or at once",
		examples: ["30 s"]
	}),
	decide: key(time$2, "Until the decision is taken: a person's time where failover is manual.", {
		default: "0 s",
		examples: ["lognormal(5 min, 20 min)"]
	}),
	promote: key(time$2, "Until the standby has become the active.", {
		default: "by standby",
		examples: ["uniform(15 s, 30 s)"]
	}),
	redirect: key(either(time$2, record$1(dnsShape)), "Until the clients have moved over.", {
		default: "0 s",
		examples: ["5 s", "{ dns-ttl: 60 s }"]
	}),
	success: key(share$3, "The chance that a promotion succeeds.", {
		default: "100%",
		examples: ["99%"]
	}),
	retry: key(time$2, "After a promotion that failed, until the next attempt.", { default: "15 min" }),
	rebuild,
	"max-lag": maxLag,
	failback,
	"false-positive": falsePositive
});
const serviceShape = shape("service", "Members of one component under one redundancy mode, and what they need.", {
	component: key(reference("component"), "What its members are; a service without one is only what it needs.", { default: "none" }),
	replicas: key(integer(1), "How many members it has.", {
		default: "1",
		ofMembers
	}),
	of: key(reference("service"), "Its members are copies of this service, and of all that this one needs or wants without an `in` of its own: one in each of its sites.", {
		default: "none",
		examples: ["stack"]
	}),
	sites: key(list$1(reference("domain")), "The domains in which the copies stand; a kind of domain means all of that kind.", {
		default: "none",
		examples: ["[us-east-1, us-west-2]", "region"]
	}),
	strategy: key(choice({
		"backup-restore": "nothing runs in the second site: it is built from backups, in hours",
		"pilot-light": "the second site has the data, and is switched on in tens of minutes",
		"warm-standby": "the second site runs at half the size, and is scaled up in minutes",
		"active-active": "all sites serve"
	}), "Fills in what one of the published strategies for disaster recovery means, wherever it is not given.", { default: "none" }),
	in: key(list$1(reference("domain")), "The domain, or domains, in which it is placed.", { default: "wherever the services that need it are placed" }),
	across: key(reference("domain kind"), "Spreads the replicas round robin over the domains of this kind below where it is placed.", {
		examples: ["zone"],
		ofMembers
	}),
	mode: key(choice({
		"active-active": "every member serves",
		"active-passive": "the first member serves, the others stand by",
		quorum: "serves while a majority is up and has a leader"
	}), "The redundancy mode.", {
		default: "active-active",
		ofMembers
	}),
	required: key(integer(1), "How many members have to be healthy: k of n.", {
		default: "1; for quorum the majority",
		ofMembers,
		modes: ["active-active", "quorum"]
	}),
	"below-required": key(choice({
		down: "the service is down",
		degraded: "it serves the share healthy / required"
	}), "What happens with fewer healthy members than required.", {
		default: "down",
		...ACTIVE_ACTIVE
	}),
	"health-check": key(record$1(healthCheckShape), "How failed members are found.", {
		default: "at once",
		ofMembers
	}),
	"slow-start": {
		...slowStart,
		...ACTIVE_ACTIVE
	},
	retry: key(flag, "A request that meets a failed member is sent to another one.", {
		default: "false",
		...ACTIVE_ACTIVE
	}),
	needs: key(list$1(reference("service")), "The services without which it cannot answer.", { examples: ["[lb, db]"] }),
	wants: key(names$1("service", share$3), "Services it can do without, and the share of requests that it still answers then.", { examples: ["{ cache: 80% }"] }),
	standby: key(choice({
		hot: "running and up to date: promoted in 10 s, costs 100%",
		warm: "running, smaller or behind: promoted in 5 min, costs 50%",
		cold: "switched off: promoted in 2 h, costs 0%"
	}), "Fills in the promotion time and the running cost where they are not given.", {
		default: "none: promoted at once, costs 100%",
		...ACTIVE_PASSIVE
	}),
	"running-cost": key(either(share$3, names$1("service", share$3)), "A passive member's share of the running cost; with `of`, a map may give each service in the site a share of its own.", {
		default: "by standby",
		examples: ["50%", "{ web: 33%, db: 100% }"],
		...ACTIVE_PASSIVE
	}),
	replication: key(record$1(replicationShape), "How data gets to the standbys, or between members that all serve.", {
		default: "none",
		ofMembers
	}),
	failover: key(record$1(failoverShape), "What happens when the active member stops serving.", ACTIVE_PASSIVE),
	failback: {
		...failback,
		...ACTIVE_PASSIVE
	},
	"false-positive": {
		...falsePositive,
		...ACTIVE_PASSIVE
	},
	rebuild: {
		...rebuild,
		...ACTIVE_PASSIVE
	},
	elect: key(time$2, "From the loss of the leader to the next one.", {
		default: "0 s",
		examples: ["uniform(5 s, 15 s)"],
		ofMembers,
		modes: ["quorum"]
	}),
	data: key(record$1(dataShape), "The data that each member holds.", {
		default: "none",
		examples: ["{ size: 500 GB, change-rate: 20 GB/day }"],
		ofMembers
	}),
	backup: key(record$1(backupShape), "How that is backed up; with `of`, the data of all that stands in a site.", {
		default: "none",
		examples: ["{ full: 1 week, incremental: 1 h, restore-rate: 200 MB/s }"],
		ofMembers
	}),
	cost: key(rate, "What it costs beside its members, whatever their number.", {
		default: "0",
		examples: ["20 USD/month"]
	})
});
// src/model/language/document.ts
const targetsShape = shape("targets", "What the system is meant to reach; results are held against it.", {
	availability: key(share$3, "The share of time not down.", {
		default: "no target",
		examples: ["99.95%"]
	}),
	rto: key(duration, "Recovery time objective: how long an incident may last.", {
		default: "no target",
		examples: ["15 min"]
	}),
	rpo: key(duration, "Recovery point objective: how much data, in time, may be lost.", {
		default: "no target",
		examples: ["1 min"]
	}),
	budget: key(yearlyRate, "What it may cost.", {
		default: "no target",
		examples: ["40000 USD/year"]
	})
});
const lossesShape = shape("losses", "What it costs when the system does not serve.", {
	downtime: key(rate, "What an hour of downtime costs.", {
		default: "0",
		examples: ["20000 USD/h"]
	}),
	data: key(rate, "What an hour of lost writes costs.", {
		default: "0",
		examples: ["5000 USD/h"]
	})
});
const slaShape = shape("sla", "When the system counts as down.", { "error-rate": key(share$3, "Down while less than 1 − this share of the requests is answered.", { default: "5%" }) });
const simulationShape = shape("simulation", "How to simulate, unless the command line says otherwise.", {
	years: key(years, "How many years to simulate.", { default: "10000" }),
	seed: key(seed, "The same seed gives the same years.", { default: "1" }),
	"warm-up": key(duration, "Time that passes before anything is measured.", { default: "1 year" })
});
/** The whole language, from its root. Everything that knows a key's name takes it from here. */
const documentShape = shape("model", "A model of a system whose availability, recovery, data loss and cost are asked for.", {
	nines: key(version, "The version of the language.", {
		required: true,
		examples: ["1"]
	}),
	name: key(text, "The model's name.", { default: "the file's name" }),
	description: key(text, "What the model is about.", { default: "none" }),
	currency: key(currency, "The currency in which money is given.", {
		default: "USD",
		examples: ["EUR"]
	}),
	parameters: key(names$1("parameter", parameter), "Names that any value may use; sliders, --set and sweeps change them."),
	domains: key(domains, "What fails together: a tree, of any depth and any kinds."),
	components: key(names$1("component", record$1(componentShape)), "Kinds of things that fail by themselves."),
	shocks: key(names$1("shock", record$1(shockShape)), "Failures that strike across the tree."),
	services: key(names$1("service", record$1(serviceShape)), "Members of one component under one redundancy mode, and what they need.", { required: true }),
	experiments: key(names$1("experiment", record$1(experimentShape)), "What follows when something happens now: chaos experiments and recovery drills."),
	entry: key(reference("service"), "The service whose availability is the system's.", { default: "the only service that nothing needs" }),
	targets: key(record$1(targetsShape), "What the system is meant to reach."),
	losses: key(record$1(lossesShape), "What it costs when the system does not serve."),
	sla: key(record$1(slaShape), "When the system counts as down."),
	simulation: key(record$1(simulationShape), "How to simulate.")
});
// src/model/language/later.ts
/** Words that belong together, and what they are about. */
const ANYWHERE = [
	["people who have to be free to repair", "operators teams people acknowledge escalate hours repaired-by"],
	["the order in which people repair", "priority"],
	["what a repair needs", "repair-needs"],
	["spare parts", "spares needs-spare stock lead-time"],
	["faults that nobody notices", "latent"],
	["looking for faults that nobody notices", "check coverage staggered"],
	["how often passive members fail", "standby-failures"],
	["planned work", "maintenance max-unavailable min-available window renews drain"],
	["deployments", "deploy change-failure-rate canary bake"],
	["starting members elsewhere", "reschedule"],
	["how many members a domain takes", "room"],
	["replacing members automatically", "autoscale"],
	["drills of a failover", "drill"],
	["failover paths that break unnoticed", "drift"],
	["an active member that steps down", "demote-after"],
	["requests that standbys answer", "standbys-answer"],
	["data in shards", "shards"],
	["the load on the members", "load"],
	["overload and cascades", "overload"],
	["who asks, when and from where", "traffic"],
	["the network between domains", "links on-partition conflicts"],
	["falling back to asynchronous replication", "fallback"],
	["dependencies by place", "within"],
	["one of several dependencies", "any-of"],
	["windows and credits of an agreement", "promise fee credits excludes"],
	["outages that are over too soon to count", "tolerates"],
	["the time to the first incident", "mission"]
];
/** Words that are right elsewhere, by the map in which they are of a later version. */
const HERE = {
	failover: /* @__PURE__ */ new Map([["needs", "what a failover needs and serving does not"]]),
	service: /* @__PURE__ */ new Map([
		["copies", "data in shards"],
		["leader", "data in shards"],
		["capacity", "the load on the members"]
	]),
	domain: /* @__PURE__ */ new Map([["capacity", "how many members a domain takes"]]),
	shock: /* @__PURE__ */ new Map([["repair", "victims that are repaired one by one"]])
};
/**
* Words that the language has, and that this version does not build yet. They are refused by name:
* a model that uses them would otherwise seem to say something that nobody simulates.
*/
const LATER = new Map(ANYWHERE.flatMap(([what, words]) => words.split(" ").map((word) => [word, what])));
/** What a word of a later version is about, in a map of this name; undefined for any other word. */
function laterIn(shape, word) {
	return HERE[shape]?.get(word) ?? LATER.get(word);
}
/** Modes of a later version. */
const LATER_MODES = /* @__PURE__ */ new Map([["sharded", "data in shards"]]);
// src/model/messages/say.ts
/**
* Everything that this folder says to people. A message says what is wrong and, where one is near, what would be right;
* where it is wrong is attached by `report.ts`.
*/
function say(message, suggestion = null) {
	return {
		message,
		suggestion
	};
}
const list = (words) => words.map((word) => `'${word}'`).join(", ");
/** Maps of which there is one, called by their key: nobody says "a targets". */
const CALLED_BY_KEY = /* @__PURE__ */ new Set([
	"targets",
	"losses",
	"sla",
	"simulation",
	"replication"
]);
const a = (noun) => CALLED_BY_KEY.has(noun) ? `'${noun}'` : `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;
/** With what to type instead, where that is known. */
const write = (message, suggestion) => say(suggestion === null ? message : `${message}: write '${suggestion}'`, suggestion);
const TIME_EXAMPLES = "a time such as '30 s', '5 min', '4 h' or '2 days'";
/** Rounded, for reading. */
function formatData(bytes) {
	return writeData(Number(bytes.toPrecision(3)));
}
function formatDataRate(bytesPerSecond) {
	return writeDataRate(Number(bytesPerSecond.toPrecision(3)));
}
// src/model/messages/data.ts
/** What is wrong with data and its backups. */
const DATA$1 = {
	backupWithoutData: (sited) => say(`there is nothing to back up: say how much data there is, as in 'data: { size: 500 GB }'${sited ? ", on the services in the sites that hold it" : ""}`),
	notZero: () => say("has to be above 0"),
	notBelowFull: (key, seconds, full) => say(`'${key}' every ${formatDuration(seconds)} is not more often than 'full' every ${formatDuration(full)}, upon which it builds`),
	retentionBelowFull: (retention, full) => say(`backups are kept for ${formatDuration(retention)}, which is gone before the next full one after ${formatDuration(full)}: keep them longer, or make full ones more often`),
	backupTooSlow: (key, bytes, rate, every) => say(`${a(key)} backup of ${formatData(bytes)} at ${formatDataRate(rate)} takes ${formatDuration(bytes / rate)}, longer than the ${formatDuration(every)} until the next one`),
	logTooSlow: (change, rate) => say(`the log grows by ${formatDataRate(change)}, faster than 'backup-rate' ships it (${formatDataRate(rate)})`)
};
// src/model/messages/distributions.ts
/** What is wrong with a distribution. */
const DISTRIBUTIONS = {
	argumentCount: (name, signature, got) => say(`'${name}' is written '${signature}', got ${got} ${got === 1 ? "value" : "values"}`),
	argumentTime: (name, argument, got) => say(`the ${argument} of '${name}' needs ${TIME_EXAMPLES}, got ${got}`),
	argumentPlain: (name, argument, got) => say(`the ${argument} of '${name}' needs a plain number, got ${got}`),
	argumentNegative: (name, argument) => say(`the ${argument} of '${name}' cannot be negative`),
	argumentPositive: (name, argument) => say(`the ${argument} of '${name}' has to be above 0`),
	argumentOrder: (name, less, more) => say(`in '${name}' the ${less} is above the ${more}`),
	shapeRange: (name, min, max) => say(`the shape of '${name}' has to be between ${min} and ${max}`),
	distributionFault: (name, fault) => say(`'${name}': ${fault}`),
	meanNotFinite: (name) => say(`this '${name}' has no finite mean`),
	zeroMean: () => say("the time between failures has to be above 0")
};
// src/model/messages/document.ts
/** What is wrong with a document before its meaning. */
const DOCUMENT = {
	more: (count) => say(`… and ${count} more`),
	documentTooLong: (length, limit) => say(`the model is too large: ${length} characters, at most ${limit}`),
	documentTooDeep: (limit) => say(`the model is nested too deeply (at most ${limit} levels)`),
	tooManyAliases: (limit) => say(`aliases repeat too much (at most ${limit} values in all)`),
	unknownAlias: (name) => say(`'*${name}' stands for nothing: no '&${name}' above it`),
	severalDocuments: () => say("a model is one document: remove what follows this line"),
	notYaml: (why) => say(`this is not YAML: ${why}`),
	brackets: (text) => say(`this is not YAML: brackets have a meaning of their own: put quotes around '${text}'`, `'${text}'`),
	closeColon: (typed, meant) => say(`a blank is missing after the colon: in place of ${quote(typed)} write '${meant}'`, meant),
	keyWithoutColon: (word, suggestion) => problem(`this is not YAML: ${quote(word)} stands where a key has to, which has a colon and a value behind it`, suggestion),
	unreadable: (text) => say(`${text} is neither text nor a number nor true or false`),
	empty: () => say("the model is empty: it begins with 'nines: 1'", "nines: 1"),
	notAMap: () => say("a model is a map of keys such as 'services:'"),
	complexKey: () => say("a key has to be plain text"),
	duplicateKey: (key, line) => say(`'${key}' is given twice (first in line ${line})`),
	mergeKey: () => say("'<<' (merging maps) is not part of the language: write the keys out, or use parameters"),
	unquotedComma: (meant) => say(`inside { } and [ ] a comma ends a value: put quotes around '${meant}'`, `'${meant}'`),
	tornNumber: (typed, meant) => say(`a comma ends a value here, and numbers have none in them: in place of ${quote(typed)} write '${meant}'`, meant)
};
// src/model/messages/experiments.ts
/** What is wrong with experiments. */
const EXPERIMENTS = {
	emptyExperiment: () => say("an experiment needs something that happens: 'fail' or 'corrupt', as in 'fail: eu-west-1a'"),
	nothingToFail: (name) => say(`'${name}' has no members that could fail`),
	nothingToCorrupt: (name) => say(`'${name}' has no members whose data could be corrupted`),
	noneActive: (name, one) => say(`every member of '${name}' serves, so there is no one active: strike one of them, as in '${one}'`, one),
	noSuchMember: (name, which, count) => {
		const members = count === 1 ? "it has one," : `its ${count} members are '${name}[0]' to`;
		return say(`'${name}' has no member ${quote(which)}: ${members} '${name}[${count - 1}]'`);
	},
	noSuchSite: (name, which, suggestion) => problem(`'${name}' has no site ${quote(which)}`, suggestion === null ? null : `${name}[${suggestion}]`),
	noDuration: (text) => say(`${quote(text)} has no failure mode from which to take how long it lasts: say it, as in 'for: 2 h'`),
	experimentTooLong: (years, limit) => say(`the model is too large to run: an experiment over ${years} years, at most ${limit}`),
	tooManyBackups: (kept, limit) => say(`the model is too large to run: about ${kept} backups kept at once, at most ${limit}: keep them for a shorter time, or make fewer`),
	tooManyInjections: (limit) => say(`the model is too large to run: its experiments strike more than ${limit} times`)
};
// src/model/messages/keys.ts
const FAILURE_MODE = ", as in 'failures: { outage: { mtbf: 30 days, mttr: 1 h } }' of a component";
/** What is wrong with the keys of a map. */
const KEYS$1 = {
	unknownKey: (key, of, suggestion, elsewhere) => {
		const unknown = `unknown key '${key}' in ${a(of)}`;
		if (elsewhere === null || suggestion !== null) return problem(unknown, suggestion);
		return say(`${unknown}: it belongs in ${a(elsewhere)}${elsewhere === "failure mode" ? FAILURE_MODE : ""}`);
	},
	/** A word of the field for a key of the language, in this map or in another. */
	synonym: (key, of, meant) => say(`unknown key '${key}' in ${a(of)}: here that is '${meant}'`, meant),
	placeSynonym: (key, of) => say(`unknown key '${key}' in ${a(of)}: here that is 'in' for a list of domains, or 'across' for all of a kind, as in 'across: zone'`, "in"),
	synonymElsewhere: (key, of, meant, elsewhere) => say(`unknown key '${key}' in ${a(of)}: '${meant}' says that, and belongs in ${a(elsewhere)}`),
	synonymLater: (key, word, what) => say(`'${key}' is '${word}' here, which is not supported by this version of nines yet: ${what}`),
	later: (word, what) => say(`'${word}' is not supported by this version of nines yet: ${what}`),
	laterMap: (key, what) => say(`a map here is not supported by this version of nines yet (in '${key}'): ${what}`),
	laterList: (key, what) => say(`a list here is not supported by this version of nines yet (in '${key}'): ${what}`),
	laterRange: (text) => say(`${quote(text)}: a range for a value that nobody knows is not supported by this version of nines yet: give one, and try others with '--set' or 'sweep'`),
	missingKey: (key, of, examples) => say(`'${key}' is missing in this ${of}${examples.length > 0 ? `, as in '${key}: ${examples[0]}'` : ""}`),
	missingVersion: () => say("the version of the language is missing: begin with 'nines: 1'", "nines: 1"),
	wrongVersion: (got) => say(`this is version 1 of the language, the model asks for ${quote(got)}: write 'nines: 1'`, "1"),
	badName: (what, name) => say(`${quote(name)} cannot name ${a(what)}: a name is 1 to 100 characters, without control characters and without blanks at its ends (and not '__proto__')`)
};
// src/model/messages/meaning.ts
/** What is wrong with what names stand for, and with what they mean together. */
const MEANING = {
	unknown: (what, name, suggestion) => problem(`unknown ${what} '${name}'`, suggestion),
	/** What is named is something else. */
	misnamed: (name, is, advice, suggestion = null) => say(`${quote(name)} is ${is}${advice === null ? "" : `: ${advice}`}${suggestion === null ? "" : ` (write '${suggestion}')`}`, suggestion),
	listInOne: (text, list) => write(`${quote(text)} is one text, and several are meant`, list),
	memberNamed: (text, name) => write(`${quote(text)} is a member, and a whole service is needed here`, name),
	memberMeant: (text, meant) => write(`${quote(text)} names no member: there are 'active' and the members in brackets, counted from 0`, meant),
	countNamed: (key, count, what) => say(`'${key}' names ${what} rather than counting them, as in '${key}: [a, b]', got '${count}'`),
	allNamed: (text, list) => write(`${quote(text)} is no service, and each is named here`, list),
	hitsDomain: (name) => say(`${quote(name)} is a domain: shocks that hit domains are not supported by this version of nines yet; name the services in it, or give the domain a failure of its own`),
	kindNeeded: (name, kind) => say(`${quote(name)} is a domain: 'across' names a kind of them (write '${kind}'), 'in' one of them`, kind),
	failsShock: (name, hits) => say(`${quote(name)} is a shock: an experiment fails domains, services, members or whoever is active; fail what the shock hits${hits === null ? "" : ` (write '${hits}')`}`, hits),
	listedTwice: (name) => say(`'${name}' is listed twice, and counts once: take the second out`),
	oneMtbf: () => say("needs exactly one of 'mtbf' and 'availability'"),
	noMtbf: () => say("needs 'mtbf' (or 'availability') beside 'mttr', as in 'mtbf: 30 days'"),
	noRepairTime: () => say("'availability' needs an 'mttr' above 0, from which the mtbf follows"),
	duplicateDomain: (name, line) => say(`there is another domain '${name}' in line ${line}: names are unique in the whole tree`),
	emptyHits: () => say("a shock has to hit at least one service"),
	hitsNothing: (name) => say(`'${name}' has no members that a shock could strike`),
	noServices: () => say("a model needs at least one service"),
	requiredAbove: (required, count, members) => say(`required: ${required} is above ${members === "sites" ? `the number of sites, ${count}` : `replicas: ${count}`}, so the service could never be up`),
	tooManyMembers: (count, limit) => say(`the model is too large to run: ${count} members, at most ${limit}`),
	tooManyEvents: (count, limit) => say(`the model is too large to run: about ${count} failures a year, with every member that a shock strikes and every retry, at most ${limit}`),
	tooManyServices: (count, limit) => say(`the model is too large to run: ${count} services, at most ${limit}`),
	tooManyDependencies: (count, limit) => say(`the model is too large to run: its dependencies, written out, name ${count} services (a wanted one again wherever it is wanted), at most ${limit}`),
	tooManyYears: (years, limit) => say(`the model is too large to run: ${years} years, at most ${limit}`),
	warmUpTooLong: (years, limit) => say(`the model is too large to run: a warm-up of ${years} years, at most ${limit}`),
	needsComponent: (key) => say(`'${key}' belongs to a service with a 'component': this one has no members`),
	otherMode: (key, belongs, mode, isDefault) => say(`'${key}' belongs to mode ${belongs.join(" and ")}, this service is ${mode}${isDefault ? ` (the default): add 'mode: ${belongs[0]}'` : ""}`),
	givenTwice: (key, first, line) => say(`'${key}' means the same as '${first}' in line ${line}: give it once`),
	strictNotSync: (mode) => say(`'strict' belongs to 'mode: sync', this is ${mode}`),
	maxLagWithoutReplication: () => say("'max-lag' needs 'replication', which says how far a standby is behind"),
	dependencyCycle: (names) => say(`services depend on each other in a circle: ${names.join(" → ")}`),
	needsAndWants: (name) => say(`'${name}' is both needed and wanted: it is one or the other`),
	noDomainOfKind: (kind, where, suggestion) => problem(`no domain of kind '${kind}'${where === null ? "" : ` at or below ${where}`}`, suggestion),
	noEntry: (candidates) => say(`'entry' is missing: several services could be meant (${list(candidates.slice(0, 8))})`, `entry: ${candidates[0]}`)
};
// src/model/messages/parameters.ts
/** What is wrong with parameters. */
const PARAMETERS = {
	unknownParameter: (name, suggestion) => problem(`unknown parameter '${name}'`, suggestion),
	parameterName: (name, suggestion) => /^\d{3}$/.test(name) ? say(`a number has no commas: a comma ends a value here, and '${name}' stands alone`) : problem(`${quote(name)} cannot name a parameter: letters, digits and '_' can, beginning with a letter`, suggestion),
	parameterIsUnit: (name, suggestion) => problem(`a parameter cannot be called '${name}', which is a unit: give it another name`, suggestion),
	parameterIsReserved: (name, suggestion) => problem(`a parameter cannot be called '${name}', which has a meaning in expressions: give it another name`, suggestion),
	parameterCycle: (names) => say(`parameters depend on each other in a circle: ${names.join(" → ")}`),
	parameterChain: (limit) => say(`parameters use each other over more than ${limit} steps`),
	parameterIsDistribution: (name) => say(`'${name}' is a distribution, which is a whole value by itself and cannot be part of an expression`),
	tooManyParameters: (limit) => say(`too many parameters (at most ${limit})`),
	setDimension: (name, unit, got, suggestion) => problem(`the parameter '${name}' is ${unit}, and cannot be set to ${got}`, suggestion)
};
// src/model/messages/sites.ts
/** What is wrong with services of which a copy stands in each site. */
const SITES = {
	ofWithoutSites: () => say("'of' needs 'sites', the domains in which its copies stand, as in 'sites: [us-east-1, us-west-2]'"),
	sitesWithoutOf: () => say("'sites' needs 'of', the service of which one copy stands in each, as in 'of: stack'; 'in' places a service that is not copied"),
	noSites: () => say("a service with sites needs at least one"),
	besideSites: (key, why) => say(`'${key}' does not belong beside 'of' and 'sites': ${why}`),
	ofFixed: (name) => say(`'${name}' has an 'in' of its own, so there is nothing to copy: leave its 'in' out, or name a service that needs it`),
	strategyWithoutOf: () => say("'strategy' belongs to a service with 'of' and 'sites': put one above this one, as in 'shop: { of: stack, sites: [us-east-1, us-west-2], strategy: warm-standby }'"),
	strategyMode: (strategy, means, mode) => say(`strategy ${strategy} is ${means}, this says ${mode}: leave 'mode' out, or the strategy`, means),
	noSiteWithin: (name, site) => say(`none of the sites of '${name}' lies in '${site}', in which a copy of it stands`),
	tooManyCopies: (limit) => say(`the model is too large to run: with the copies in all sites more than ${limit} services`),
	copyName: (name) => say(`'${name}' is what a copy in a site is called: give this service another name`),
	entryInSites: (name, above) => say(`'${name}' stands in sites only, as copies: the entry is the service that works on them${above.length === 0 ? "" : ` (${list(above.slice(0, 8))})`}`, above[0] ?? null),
	costsWithoutOf: () => say("a map of running costs belongs to a service with 'of', whose sites hold several services: give one share"),
	notInStack: (name, suggestion) => problem(`'${name}' does not stand in the sites of this service`, suggestion)
};
// src/model/messages/suspicions.ts
/** What can be, and is hardly meant. */
const SUSPICIONS = {
	failsUntilNoticed: (count, errorRate, perYear) => say(`until a failed member is noticed 1 of ${count} requests fails, more than the error rate of ${formatPercent(errorRate)}, so that each of about ${formatNumber(perYear, 2)} failures a year is an incident: 'retry: true' sends such requests to another member`),
	crowded: (kind, name, members, count, spare, fewest) => say(`${kind} '${name}' holds ${members} of the ${count} members, and the service can lose ${spare}: 'across: ${kind}' puts no more than ${fewest} into one ${kind}`, kind),
	standsAlone: (service, kind, domain, above) => say(`'${service}' stands in ${kind} '${domain}' alone, whose failure takes '${above}' down with it, which needs it and is spread over others: spread it as well, as in 'across: ${kind}'`),
	rolesWander: (text, service, isSite) => say(`the active of '${service}' may have wandered away from ${quote(text)} before it fails, since nothing moves it back, and then nobody notices: say 'failback: auto' there, or fail '${service}.active'${isSite ? ", whichever site that is" : ""}`, `${service}.active`),
	unneededService: (name, entry) => say(`service '${name}' does not matter: '${entry}', the entry, needs it neither directly nor through others: name it in the 'needs' of one that does, or take it out`),
	unusedDomain: (kind, name) => say(`nothing is placed in ${kind} '${name}': place a service there, or take it out`),
	unusedComponent: (name) => say(`no service is made of component '${name}': name it as the 'component' of one, or take it out`),
	unusedParameter: (name) => say(`nothing uses the parameter '${name}': write its name where its value is meant, or take it out`),
	syncAcrossRegions: (regions) => say(`synchronous replication between regions (${regions.join(", ")}): every write waits for the other one: 'mode: async' does not wait, and loses what is on its way`),
	oneReplicaPassive: () => say("active-passive with one replica: there is no standby: 'replicas: 2' adds one"),
	oneSitePassive: () => say("active-passive with one site: there is no standby: name a second one"),
	evenQuorum: (n, members) => say(`a quorum of ${n} survives no more failures than one of ${n - 1}: an even number of ${members} is wasted: make it ${n + 1}, or ${n - 1}`, members === "sites" ? null : String(n + 1)),
	smallQuorum: (required, n) => say(`required: ${required} of ${n} is no majority: two halves could both serve: ask for ${Math.floor(n / 2) + 1} or more`, String(Math.floor(n / 2) + 1)),
	zeroInterval: () => say("a health check every 0 s finds every failure at once: say how often it looks, as in 'interval: 10 s', or leave 'health-check' out"),
	retriesInNoTime: () => say("a promotion that can fail needs a 'retry' above 0: it would be tried again in no time for ever"),
	neverDown: () => say("with an error rate of 100% nothing ever counts as down: it is the share of failing requests from which on it does, as in 'error-rate: 1%'"),
	neverSucceeds: () => say("with success 0 no failover ever succeeds: give the share that does, as in 'success: 95%', or leave it out where all do"),
	mtbfBelowMttr: (mtbf, mttr) => say(`down longer than up: the mtbf (${formatDuration(mtbf)}) is below the mttr (${formatDuration(mttr)}): see whether they, or their units, are swapped`),
	nothingInService: () => say("a service with neither 'component' nor 'needs' never fails: say what it is made of, or what it needs"),
	siteWithinSite: (inner, outer) => say(`site '${inner}' lies in site '${outer}': one failure takes both: choose sites of which none lies in another`),
	neverRestores: () => say("with restorable 0% no backup ever restores: give the share that does, as in 'restorable: 95%'"),
	restoresInNoTime: (bytes) => say(`without 'restore-rate' ${formatData(bytes)} are read back in no time: say how fast, as in 'restore-rate: 200 MB/s'`),
	restoresNothing: () => say("nothing in the sites holds data: restoring takes no more than provisioning ('data: { size: 500 GB }' on a service says how much there is)"),
	sharedData: (sited) => say(`active-passive without 'replication' and 'backup': all ${sited ? "sites" : "members"} are taken to share one copy of the data, as on a SAN: where each has its own, say how it is fed, as in 'replication: { mode: async }'`),
	permanentLoss: (what) => say(`the data that ${what} destroys is lost for good, as nothing restores it: 'backup' would`),
	backupsInOnePlace: (kind, name, elsewhere) => {
		const fault = `a failure of ${kind} '${name}' takes the data and all its backups: keep a copy elsewhere`;
		return elsewhere === null ? say(`${fault}, or leave 'copies' out for one that is always within reach`) : say(`${fault}, as in 'copies: [${elsewhere}]'`, `[${elsewhere}]`);
	},
	experimentMisses: (text, entry) => say(`${quote(text)} does not matter to '${entry}', the entry: nobody will notice: fail what it needs`),
	noEffect: (key, why) => say(`'${key}' has no effect here: ${why}: leave it out`)
};
// src/model/messages/values.ts
const MEASURES$1 = {
	data: {
		what: "an amount of data",
		examples: ["500 GB", "2 TB"]
	},
	"data rate": {
		what: "data per time",
		examples: ["200 MB/s", "20 GB/day"]
	},
	"price of data": {
		what: "money per amount of data",
		examples: ["0.02 USD/GB"]
	},
	"price of storage": {
		what: "money per amount of data and time",
		examples: ["0.023 USD/GB/month"]
	}
};
/** What is wrong with a value by itself. */
const VALUES = {
	needs: (what, got) => say(`needs ${what}, got ${got}`),
	needsMap: (of, got, meant) => write(`needs a map of the keys of ${a(of)}, got ${got}`, meant),
	needsMapNotItems: (of) => say(`needs a map of the keys of ${a(of)}, got a list: write its keys without '[ ]' and '-'`),
	promise: (share) => write("'sla' says when the system counts as down; what is promised is a target", `targets: { availability: ${share} }`),
	needsNames: (of, got, meant) => write(`needs a map from names to what each ${of} is, got ${got}`, meant),
	needsNamesNotItems: (of, name) => say(`needs a map from names to what each ${of} is, got a list: write '${name}: { … }' in place of '- name: ${name}'`),
	needsWants: (of, got, meant) => write(`needs a map from each ${of} to the share of requests that is still answered without it, got ${got}`, meant),
	noShare: (name) => say(`'${name}' has no value: it is the share of requests that is still answered without it, as in '${name}: 80%'`),
	needsList: (key, of, meant) => write(`'${key}' takes a list of ${of}s, got a map`, meant),
	needsNotWants: (key, meant) => say(`'${key}' takes a list of services and no shares: what can be done without, and how much is answered then, is '${meant}'`, meant),
	noValue: (key) => say(`'${key}' has no value`),
	oneOf: (words, got, suggestion) => problem(`needs one of ${list(words)}, got ${quote(got)}`, suggestion),
	nPlusMode: (got) => say(`needs one of 'active-active', 'active-passive', 'quorum', got ${quote(got)}: n + 1 is 'active-active' with 'required: n' of 'replicas: n + 1'`, "active-active"),
	needsFlag: (got) => say(`needs true or false, got ${got}`, /^'?(yes|on|y|always|.*[1-9])'?$/i.test(got) ? "true" : /^'?(no|off|n|never|none|.* 0)'?$/i.test(got) ? "false" : null),
	needsTime: (got, plain) => say(`needs ${TIME_EXAMPLES}, got ${got}`, plain === null ? null : `${plain} s`),
	needsRate: (currency, got, suggestion) => problem(`needs money per time such as '0.17 ${currency}/h' or '100 ${currency}/month', got ${got}`, suggestion),
	needsMeasure: (measure, currency, got, plain) => {
		const { what, examples } = MEASURES$1[measure];
		const written = examples.map((example) => example.replace("USD", currency));
		const unit = written[0].slice(written[0].indexOf(" "));
		return problem(`needs ${what} such as ${written.map((example) => `'${example}'`).join(" or ")}, got ${got}`, plain === null ? null : `${plain}${unit}`);
	},
	needsShare: (got) => say(`needs a share such as '99.95%' or 0.9995, got ${got}`),
	notAShare: (got, suggestion) => problem(`a share lies between 0 and 100%, got ${got}`, suggestion),
	notAnOpenShare: (got, suggestion) => problem(`an availability lies strictly between 0 and 100%, got ${got}`, suggestion),
	needsInteger: (min, got) => say(`needs a whole number, ${min} or more, got ${got}${got.includes("%") ? ": it is a count, and not a share" : ""}`),
	needsYears: (got) => say(`needs a whole number of years, 1 or more, such as '10000', got ${got}`),
	negativeTime: (got) => say(`a time cannot be negative, got ${got}`),
	negative: (got) => say(`cannot be negative, got ${got}`),
	notFinite: (got) => say(`${got} is not a finite number`),
	currencyCode: (got) => say(`a currency is three capitals such as 'USD' or 'EUR', got ${quote(got)}`, /^[a-z]{3}$/i.test(got) ? got.toUpperCase() : null)
};
// src/model/messages/found.ts
/** What was found in place of what was needed, for `needs…` messages. */
function describeValue(value) {
	if (value === null) return "nothing";
	if (typeof value === "string") return quote(value);
	return typeof value === "number" ? `the plain number ${value}` : String(value);
}
function describeQuantity(value, dimension) {
	const kind = describeDimension(dimension);
	return kind === "a plain number" ? `the plain number ${value}` : kind;
}
// src/model/messages/index.ts
/** Everything that is said to people about a model, by what it is about. */
const messages = {
	...DOCUMENT,
	...KEYS$1,
	...VALUES,
	...DISTRIBUTIONS,
	...PARAMETERS,
	...MEANING,
	...SITES,
	...DATA$1,
	...EXPERIMENTS,
	...SUSPICIONS
};
// src/model/language/synonyms.ts
/**
* Words that the field uses for what the language calls otherwise. Where a key is unknown these come before the words
* that only look alike: `instances` is nearer to nothing than to `replicas`, and `count` is not `cost`.
* A key stands in as many rows as it has meanings; of several the one counts that the map has.
*/
const KEYS = [
	["targets", "slo slos objectives goals requirements service-level-objectives"],
	["sla", "slas service-level-agreement"],
	["losses", "penalties impact downtime-cost business-impact cost-of-downtime"],
	["components", "hardware parts machines instance-types node-types elements blocks"],
	["services", "apps applications systems workloads deployments resources tiers microservices"],
	["domains", "zones regions azs availability-zones racks datacenters data-centers dcs failure-domains fault-domains locations infrastructure topology nodes hosts buildings"],
	["domains", "children contains"],
	["shocks", "common-cause common-causes common-cause-failures correlated-failures correlated disasters global-failures events"],
	["experiments", "chaos chaos-experiments drills scenarios tests what-if game-days gamedays faults injections"],
	["parameters", "variables vars params inputs locals constants"],
	["entry", "root main top frontend entrypoint entry-point system front-end"],
	["nines", "version api-version"],
	["simulation", "options settings monte-carlo"],
	["needs", "depends-on depends dependency dependencies requires require uses upstream upstreams calls connects-to links-to"],
	["wants", "optional optionally soft-needs soft-dependencies soft-depends-on optional-dependencies prefers can-use"],
	["replicas", "instances instance-count count size nodes members servers pods machines vms number desired desired-capacity desired-count scale replica-count node-count n"],
	["required", "min minimum min-healthy minimum-healthy min-required needed at-least min-instances min-nodes min-in-sync-replicas min-insync-replicas min-isr k quorum-size n+1 n+2 quorum majority"],
	["across", "zones multi-az multi-zone multiaz azs availability-zones regions racks spread spread-over spread-across topology-spread topology-spread-constraints anti-affinity pod-anti-affinity distribute distributed zone-redundant"],
	["in", "zone region az availability-zone location placed-in placement datacenter data-center dc host rack node place where"],
	["component", "image instance-type machine-type server-type flavor hardware made-of is"],
	["mode", "redundancy redundancy-mode ha high-availability pattern topology clustering cluster-mode primary primaries secondary secondaries master masters slave slaves follower followers"],
	["health-check", "readiness-probe liveness-probe startup-probe probe probes health-probe heartbeat healthchecks monitor check-health"],
	["failover", "switchover auto-failover automatic-failover fail-over takeover"],
	["failback", "switchback switch-back fail-back preempt fall-back"],
	["replication", "replicate mirroring mirror replication-mode synchronous synchronous-replication"],
	["backup", "backups snapshot snapshots dump dumps backup-policy backup-plan"],
	["data", "storage volume volumes disk database-size dataset persistent-volume size capacity"],
	["elect", "election election-time election-timeout leader-election"],
	["retry", "retries retry-policy retry-on-failure max-retries"],
	["of", "copy-of copies-of template stack deploys"],
	["sites", "regions locations datacenters data-centers clusters zones"],
	["slow-start", "grace-period start-period initial-delay initial-delay-seconds warmup warm-up-time health-check-grace-period"],
	["running-cost", "standby-cost passive-cost"],
	["rebuild", "resync reprotect rejoin catch-up reseed recovery-time"],
	["below-required", "degraded degradation graceful-degradation on-loss"],
	["standby", "standby-type temperature"],
	["strategy", "dr dr-strategy disaster-recovery dr-plan"],
	["deploy", "max-surge rolling-update rolling-updates rollout rollouts rolling update-strategy deployment-strategy releases release blue-green"],
	["autoscale", "autoscaling auto-scaling hpa min-replicas max-replicas min-size max-size autoscaler"],
	["maintenance", "pdb pod-disruption-budget maintenance-window maintenance-windows planned-downtime patching patch updates upgrade upgrades"],
	["teams", "on-call oncall operator staff engineers"],
	["links", "network networks connections latency bandwidth"],
	["load", "utilization cpu qps rps throughput requests"],
	["shards", "sharding partitions"],
	["mtbf", "afr arr mttf mtbo rate failure-rate fail-rate failures-per-year annual-failure-rate annualized-failure-rate lambda frequency incidents-per-year how-often every fit up tbf"],
	["mttr", "repair repair-time time-to-repair recovery recovery-time recovery-duration downtime duration outage outage-duration down lasts takes restore-time ttr mu repair-rate"],
	["failures", "failure failure-modes failure-rate failure-mode faults outages afr sla slo uptime breaks rate"],
	["availability", "uptime sla slo nines availability-target"],
	["data", "data-loss loses-data destroys durability"],
	["restart", "boot boot-time start-up startup startup-time start-time start-delay reboot"],
	["cost", "price pricing rate hourly-cost hourly-rate monthly-cost charge fee"],
	["kind", "type level layer"],
	["hits", "affects strikes services targets blast-radius victims scope on members"],
	["probability", "chance p likelihood fraction beta beta-factor share"],
	["interval", "period period-seconds every check-interval inter frequency seconds"],
	["timeout", "timeout-seconds time-out"],
	["unhealthy-threshold", "failure-threshold fall max-failures failures threshold unhealthy"],
	["healthy-threshold", "success-threshold rise passes healthy"],
	["detect", "detection detection-time time-to-detect ttd mttd health-check loop-wait down-after down-after-milliseconds ttl"],
	["decide", "decision approval approve acknowledge manual operator time-to-decide"],
	["promote", "promotion promotion-time takeover switch switch-over time duration takes failover-time"],
	["redirect", "dns dns-ttl vip reroute repoint switch-traffic cutover client-redirect ttl"],
	["dns-ttl", "ttl dns"],
	["success", "probability success-rate success-probability reliability chance"],
	["lag", "delay replication-lag latency replica-lag behind"],
	["max-lag", "maximum-lag maximum-lag-on-failover max-replication-lag lag-limit"],
	["mode", "type synchronous sync"],
	["after", "delay wait wait-for stabilization"],
	["takes", "duration time"],
	["size", "amount volume storage capacity gb bytes"],
	["change-rate", "write-rate churn growth writes delta change daily-change changes"],
	["full", "every schedule interval frequency daily weekly snapshot snapshots"],
	["incremental", "incrementals hourly increment"],
	["differential", "diff differentials"],
	["log-shipping", "wal pitr point-in-time point-in-time-recovery binlog binlogs wal-archiving log logs transaction-log wal-shipping archive"],
	["retention", "keep keep-for retain expire expires retention-period kept-for"],
	["restore-rate", "restore restore-speed restore-throughput throughput bandwidth read-rate speed"],
	["backup-rate", "write-speed backup-speed backup-throughput"],
	["copies", "in locations regions destinations destination vault vaults targets where stored-in bucket buckets location"],
	["restorable", "success restore-success tested verified reliability"],
	["drill", "test restore-test verify tested-every test-restore"],
	["provision", "provisioning setup setup-time prepare"],
	["rto", "recovery-time recovery-time-objective max-downtime mttr max-outage"],
	["rpo", "recovery-point recovery-point-objective max-data-loss data-loss"],
	["budget", "cost max-cost price spend"],
	["error-rate", "threshold errors error-threshold error-budget tolerated-errors errors-allowed"],
	["downtime", "outage revenue revenue-per-hour hourly unavailability per-hour"],
	["years", "runs duration horizon iterations trials length"],
	["seed", "random-seed random"],
	["warm-up", "burn-in warmup-time"],
	["fail", "break kill target inject what fails hits stop crash shock lose down"],
	["corrupt", "delete drop wipe corrupts ransomware"],
	["for", "duration lasts during length time mttr"]
];
/** The same for words out of a closed list. */
const CHOICES$1 = [
	["quorum", "raft paxos consensus majority zab voting replicated-state-machine"],
	["active-passive", "primary-replica primary-replicas primary-standby primary-secondary primary-backup master-slave master-replica master-standby leader-follower leader-replica active-standby hot-standby warm-standby cold-standby multi-az 1+1 failover standby ha"],
	["active-active", "n+1 n+2 2n n load-balanced load-balancing loadbalanced multi-master multi-primary stateless k-of-n parallel round-robin multi-active cluster scaled horizontal"],
	["sync", "synchronous strong blocking"],
	["semi-sync", "semi-synchronous semisynchronous"],
	["async", "asynchronous eventual lazy streaming"],
	["lost", "true yes destroyed wiped gone lose loses erased"],
	["kept", "false no safe survives intact preserved"],
	["hot", "running on live"],
	["cold", "off stopped none"],
	["auto", "automatic true yes preempt always"],
	["never", "manual false no none"],
	["backup-restore", "backup backups backup-and-restore restore cold cold-standby"],
	["pilot-light", "pilot"],
	["warm-standby", "warm hot-standby standby active-passive"],
	["active-active", "multi-site multi-region hot multi-site-active-active"],
	["degraded", "partial degrade brownout"]
];
const normalize = (word) => word.toLowerCase().replace(/[-_\s]/g, "");
function index(rows) {
	const found = /* @__PURE__ */ new Map();
	for (const [meant, words] of rows) for (const word of words.split(" ").map(normalize)) found.set(word, [...found.get(word) ?? [], meant]);
	return found;
}
const KEYS_BY_WORD = index(KEYS);
const CHOICES_BY_WORD = index(CHOICES$1);
/** The keys that a word of the field stands for, whatever map they belong to; the likeliest first. */
function keySynonyms(word) {
	return KEYS_BY_WORD.get(normalize(word)) ?? [];
}
/** The one of some words that a word of the field stands for; null where none of them is. */
function choiceSynonym(word, among) {
	return CHOICES_BY_WORD.get(normalize(word))?.find((meant) => among.includes(meant)) ?? null;
}
// src/model/language/kinds.ts
function isNumeric(kind) {
	return [
		"integer",
		"years",
		"share",
		"duration",
		"draw",
		"rate",
		"measure"
	].includes(kind.type);
}
// src/model/language/notations.ts
/** Nobody types a longer number, and a hostile text shall not be looked at for long. */
const LONGEST = 80;
const NUMBER = String.raw`\d+(?:\.\d+)?`;
const COUNTS = [
	"zero",
	"one",
	"two",
	"three",
	"four",
	"five",
	"six",
	"seven",
	"eight",
	"nine",
	"ten",
	"eleven",
	"twelve"
];
const PERIODS$1 = /* @__PURE__ */ new Map([
	["hourly", "1 h"],
	["every hour", "1 h"],
	["nightly", "1 day"],
	["daily", "1 day"],
	["every night", "1 day"],
	["every day", "1 day"],
	["weekly", "1 week"],
	["every week", "1 week"],
	["monthly", "1 month"],
	["every month", "1 month"],
	["quarterly", "3 months"],
	["yearly", "1 year"],
	["annually", "1 year"],
	["every year", "1 year"],
	["continuous", "0 s"],
	["continuously", "0 s"]
]);
const AT_ONCE = /* @__PURE__ */ new Set([
	"0",
	"at once",
	"auto",
	"automatic",
	"automatically",
	"immediate",
	"immediately",
	"instant",
	"instantly",
	"none",
	"now"
]);
const BY_PEOPLE = /* @__PURE__ */ new Set([
	"by hand",
	"human",
	"manual",
	"manually",
	"on call",
	"on-call",
	"oncall",
	"operator",
	"operators",
	"people",
	"sre"
]);
/** A person's time to decide: minutes to be reached and to assess, longer one time in twenty. */
const PEOPLE_TAKE$1 = "'lognormal(5 min, 20 min)'";
/** How often `daily` and the like are; null for another word. */
function periodOf(word) {
	return PERIODS$1.get(word.toLowerCase()) ?? null;
}
/**
* What is said of a number in a notation that people use and the language does not: thousands separators, ranges,
* rates, periods in words. Null where it is none of these, or where no right text follows from it.
* @param kind what the place takes; null for a parameter, which takes any
*/
function otherNotation(text, kind, currency, reads) {
	const typed = text.trim();
	if (typed.length === 0 || typed.length > LONGEST) return null;
	const words = typed.toLowerCase().replace(/\s+/g, " ");
	const tidied = tidy(typed, currency);
	if (kind?.type === "draw" && kind.positiveMean && isLargeShare(words)) {
		const meant = `availability: ${words}`;
		return {
			message: `${quote(typed)} is an availability: give it in place of the mtbf, as in '${meant}'`,
			suggestion: meant
		};
	}
	const found = (takesTime(kind) ? time$1(words, tidied, kind) : null) ?? share$2(words, kind) ?? price(tidied, kind, currency) ?? (tidied === typed ? null : {
		meant: tidied,
		why: spelling(typed)
	});
	if (found === null || found.meant === typed) return null;
	return reads(/^'(.*)'$/.exec(found.meant)?.[1] ?? found.meant) ? {
		message: `${quote(typed)}: ${found.why}: write ${/^'/.test(found.meant) ? found.meant : `'${found.meant}'`}`,
		suggestion: found.meant
	} : null;
}
/**
* The share of a year, or the number in a year, that `3/year`, `2% per year` or a bare `2%` is, as the time between
* two.
*/
function timeBetweenOf(text) {
	const rate = new RegExp(`^(${NUMBER}|once|twice)( ?%)? ?(?:times |x )?((?:/|per|an?|every|each) ?)?([a-z]*)$`).exec(text.trim().toLowerCase());
	if (rate === null) return null;
	const [, count, percent, per, unit] = rate;
	if (percent === void 0 && (unit === "" || per === void 0)) return null;
	const number = count === "once" ? 1 : count === "twice" ? 2 : Number(count) / (percent === void 0 ? 1 : 100);
	const every = unit === "" ? "year" : unit;
	if (!(number > 0) || !UNITS.has(every)) return null;
	if (number === 1) return `1 ${every}`;
	const times = 1 / number;
	return Number.isInteger(times) ? `${times} ${UNITS.has(`${every}s`) ? `${every}s` : every}` : `1 ${every} / ${number}`;
}
/** More than once in two years is hardly a rate of failures: it is the share of time up. */
function isLargeShare(words) {
	const percent = new RegExp(`^(${NUMBER}) ?%$`).exec(words)?.[1];
	return percent !== void 0 && Number(percent) >= 50 && Number(percent) < 100;
}
function takesTime(kind) {
	return kind === null || kind.type === "draw" || kind.type === "duration";
}
function time$1(words, tidied, kind) {
	if (kind !== null) {
		const period = PERIODS$1.get(words);
		if (period !== void 0) return {
			meant: period,
			why: "a time is needed here"
		};
		if (BY_PEOPLE.has(words)) return {
			meant: kind.type === "draw" ? PEOPLE_TAKE$1 : "15 min",
			why: "a time is needed here, the time that people take; teams ('by') are not supported by this version of nines yet"
		};
		if (AT_ONCE.has(words)) return {
			meant: "0 s",
			why: "a time is needed here"
		};
		if (kind.type === "draw" && kind.positiveMean) {
			const between = timeBetweenOf(words);
			if (between !== null) return {
				meant: between,
				why: "the time between two is needed here, not how often"
			};
		}
	}
	return range(tidied, kind) ?? spread(tidied, kind) ?? clock(words) ?? approximate(tidied) ?? inWords(words);
}
/** `1-2 s`, `5 min to 10 min`, `60..120 s`. */
function range(text, kind) {
	const found = new RegExp(`^(${NUMBER}) ?([A-Za-z]*) ?(?:-|–|—|\\.\\.\\.?|…|to) ?(${NUMBER}) ?([A-Za-z]+)$`).exec(text);
	if (found === null) return null;
	const [, from, unit, to, last] = found;
	const first = unit === "" ? last : unit;
	const [low, high] = [UNITS.get(first), UNITS.get(last)];
	if (low === void 0 || high === void 0 || !(Number(from) * low.value < Number(to) * high.value)) return null;
	if (kind?.type === "duration") return {
		meant: `${to} ${last}`,
		why: "one time is needed here, not a range"
	};
	return {
		meant: `'uniform(${from} ${first}, ${to} ${last})'`,
		why: "a time drawn from a range is a distribution"
	};
}
/** `5 min ± 1 min`. */
function spread(text, kind) {
	const found = new RegExp(`^(${NUMBER}) ?([A-Za-z]*) ?(?:±|\\+/-|\\+-) ?(${NUMBER}) ?([A-Za-z]+)$`).exec(text);
	if (found === null) return null;
	const [, middle, unit, by, last] = found;
	const first = unit === "" ? last : unit;
	if (kind?.type === "duration") return {
		meant: `${middle} ${first}`,
		why: "one time is needed here, not a range"
	};
	if (first !== last || Number(by) > Number(middle)) return null;
	return {
		meant: `'uniform(${Number(middle) - Number(by)} ${last}, ${Number(middle) + Number(by)} ${last})'`,
		why: "a time drawn from a range is a distribution"
	};
}
/** `00:05:00`, `PT1H30M`, `1h30m`. */
function clock(words) {
	const why = "a time is a number and a unit";
	const colons = /^(\d{1,3}):(\d\d)(?::(\d\d))?$/.exec(words);
	const iso = /^p(?:(\d+)d)?t?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(words);
	const short = /^(?:(\d+) ?d)? ?(?:(\d+) ?h)? ?(?:(\d+) ?m)? ?(?:(\d+) ?s)?$/.exec(words);
	const parts = colons !== null ? [
		"",
		colons[1],
		colons[2],
		colons[3]
	] : (iso ?? short)?.slice(1);
	if (parts === void 0) return null;
	const meant = [
		"days",
		"h",
		"min",
		"s"
	].flatMap((unit, i) => Number(parts[i] ?? 0) > 0 ? [`${Number(parts[i])} ${unit}`] : []);
	return meant.length === 0 || iso === null && colons === null && meant.length < 2 ? null : {
		meant: meant.join(" "),
		why
	};
}
const APPROXIMATE = new RegExp(`^(?:${/~|≈|<=?|≤|>=?|≥/.source}|${/ca\.?|about|approx\.?|around|at most|at least|max\.?|min\.|up to|under|over|every|each/.source}) ?(\\d.*)$`, "i");
/** `~5 min`, `< 5 min`, `about 5 min`, `up to 5 min`. */
function approximate(text) {
	const meant = APPROXIMATE.exec(text)?.[1];
	return meant === void 0 ? null : {
		meant,
		why: "one time is needed here, or a distribution"
	};
}
/** `five minutes`. */
function inWords(words) {
	const [count, unit = "", ...more] = words.split(" ");
	const number = count === "a" || count === "an" ? 1 : COUNTS.indexOf(count);
	return number < 0 || more.length > 0 || !UNITS.has(unit) ? null : {
		meant: `${number} ${unit}`,
		why: "a number is written in digits"
	};
}
/** `three nines`, `~99.9%`, `>= 99.9%`. */
function share$2(words, kind) {
	if (kind?.type !== "share") return null;
	const nines = /^(\d+|[a-z]+) nines?$/.exec(words)?.[1];
	const count = nines === void 0 ? 0 : /^\d+$/.test(nines) ? Number(nines) : COUNTS.indexOf(nines);
	if (count >= 1 && count <= 12) return {
		meant: count === 1 ? "90%" : count === 2 ? "99%" : `99.${"9".repeat(count - 2)}%`,
		why: "a share is needed here"
	};
	const bare = new RegExp(`^(?:[~≈<>≤≥]=?|at least|at most|about|over|under) ?(${NUMBER} ?%)$`).exec(words)?.[1];
	return bare === void 0 ? null : {
		meant: bare,
		why: "one share is needed here"
	};
}
/** `5/h` where money is meant. */
function price(tidied, kind, currency) {
	const found = kind?.type === "rate" ? new RegExp(`^(${NUMBER}) ?/ ?([a-z]+)$`).exec(tidied) : null;
	return found === null ? null : {
		meant: `${found[1]} ${currency}/${found[2]}`,
		why: "money has its currency"
	};
}
/**
* The same number with a point for its decimals and nothing between its thousands; money and `per` as the language has
* them.
*/
function tidy(text, currency) {
	let tidied = text.replace(/\s+/g, " ").replace(/ ?\bper\b ?/gi, "/").replace(/\/hour\b/i, "/h");
	const sign = /^([$€£¥]) ?(\d[\d.,'’_ ]*[kKM]?)(.*)$/.exec(tidied) ?? null;
	if (sign !== null) tidied = `${sign[2].trim()} ${MONEY_SIGNS.get(sign[1]) ?? currency}${sign[3]}`;
	tidied = tidied.replace(/(?<![\w.])\d{1,3}(?:[,'’_ ]\d{3})+(?![\d,])/g, (number) => number.replace(/[,'’_ ]/g, "")).replace(/(?<![\w.,])(\d+),(\d+)(?![\d,])/g, "$1.$2").replace(new RegExp(`(?<![\\w.])(${NUMBER}) ?k(?= |$|h\\b)`, "gi"), (_, number) => `${Number(number) * 1e3}`);
	return tidied.replace(/(?<=\d)h$/, " h").trim();
}
function spelling(text) {
	if (/[$€£¥]|\bper\b/i.test(text)) return "money and rates are written with their units";
	return /\d ?k/i.test(text) ? "numbers are written out" : "numbers have no commas or blanks in them, and a '.' before the decimals";
}
/** An expression over a number of servers that is no parameter: `N+1`. */
function nPlus(text) {
	const more = /^\s*n\s*\+\s*(\d)\s*$/i.exec(text)?.[1];
	return more === void 0 ? null : problem(`${quote(text.trim())}: a number is needed here: n + ${more} is 'required: n' of 'replicas: n + ${more}', as in 'required: 3, replicas: ${3 + Number(more)}'`);
}
// src/model/read/meant-map.ts
const TIME = /^\d+(?:\.\d+)? ?(?:[mu]?s|secs?|seconds?|mins?|minutes?|hr?s?|hours?|d|days?|weeks?|months?|y|yrs?|years?)$/i;
const RANGE = /^(\d+(?:\.\d+)?) ?([a-z]*) ?(?:-|–|to|\.\.) ?(\d+(?:\.\d+)?) ?([a-z]+)$/i;
const PERIODS = {
	hourly: "1 h",
	daily: "1 day",
	nightly: "1 day",
	weekly: "1 week",
	monthly: "1 month"
};
const YES = /^(?:true|yes|on|auto(?:matic)?|enabled|default)$/i;
const PERSON = /^(?:manual(?:ly)?|on-?call|by-hand|operators?|people|human)$/i;
const PEOPLE_TAKE = "'lognormal(5 min, 20 min)'";
/**
* The map that was meant by a value in its place, ready to be typed: `{ size: 500 GB }` for `data: 500 GB`.
* Null where the value says too little.
* @param shape the name of what the map describes
* @param currency of the model
*/
function meantMap(shape, source, currency) {
	const clue = clueOf(source);
	const meant = clue === null ? void 0 : MEANT[shape]?.(clue, currency);
	return meant === void 0 || meant === null ? null : `{ ${meant} }`;
}
const MEANT = {
	"health check": ({ is, text }) => `interval: ${is === "time" ? text : "10 s"}`,
	failover: ({ is, text }) => is === "time" ? `promote: ${text}` : is === "person" ? `decide: ${PEOPLE_TAKE}` : is === "yes" ? "detect: 30 s, promote: 30 s" : null,
	replication: ({ is, text, word }) => is === "time" ? `mode: async, lag: ${text}` : is === "yes" ? "mode: async" : replicationMode(word),
	"data set": ({ is, text }) => is === "data" ? `size: ${text}` : is === "number" ? `size: ${text} GB` : null,
	backup: ({ is, text, word }) => `full: ${is === "time" ? text : PERIODS[word.toLowerCase()] ?? "1 day"}`,
	"false positive": ({ is, text }) => is === "time" ? `mtbf: ${text}` : is === "rate" ? `mtbf: ${timeBetweenOf(text) ?? "1 year"}` : null,
	"failure mode": failureMode,
	component: (clue, currency) => {
		if (clue.is === "money") return `cost: ${money(clue, currency)}`;
		const mode = failureMode(clue);
		return mode === null ? null : `failures: { outage: { ${mode} } }`;
	},
	service: ({ is, text }) => is === "word" ? `component: ${text}` : is === "list" ? `needs: ${text}` : null,
	domain: ({ is, text }) => is === "word" ? `kind: ${text}` : is === "list" ? `domains: ${mapOfNames(text, "")}` : null,
	shock: (clue) => {
		const mode = failureMode(clue);
		return mode === null ? null : `${mode}, hits: [web]`;
	},
	experiment: ({ is, text }) => is === "word" || is === "list" ? `fail: ${text}` : null,
	targets: (clue, currency) => target(clue, currency),
	losses: (clue, currency) => clue.is === "money" || clue.is === "number" ? `downtime: ${money(clue, currency)}` : null,
	sla: ({ is, text }) => is === "share" && Number.parseFloat(text) < 50 ? `error-rate: ${text}` : null,
	simulation: ({ is, text }) => is === "number" ? `years: ${text}` : is === "time" ? `years: ${Number.parseFloat(text)}` : null
};
function failureMode({ is, text }) {
	if (is === "share") return Number.parseFloat(text) < 50 ? `mtbf: ${timeBetweenOf(text) ?? "1 year"}, mttr: 1 h` : `availability: ${text}, mttr: 1 h`;
	if (is === "time") return `mtbf: ${text}, mttr: 1 h`;
	return is === "rate" ? `mtbf: ${timeBetweenOf(text) ?? "1 year"}, mttr: 1 h` : null;
}
function target(clue, currency) {
	if (clue.is === "share") return `availability: ${clue.text}`;
	if (clue.is === "time") return `rto: ${clue.text}`;
	return clue.is === "money" ? `budget: ${money(clue, currency)}` : null;
}
function money({ text }, currency) {
	return /^[\d.]+$/.test(text) ? `${text} ${currency}/h` : text;
}
const REPLICATION = [
	"sync",
	"semi-sync",
	"async"
];
function replicationMode(word) {
	const mode = REPLICATION.includes(word) ? word : choiceSynonym(word, REPLICATION) ?? nearest(word, REPLICATION);
	return mode === null ? null : `mode: ${mode}`;
}
/** `{ zone-a: , zone-b: }` for the list of these names: what was meant where names are given what they are. */
function mapOfNames(list, value) {
	return `{ ${list.slice(1, -1).split(", ").map((name) => `${name}: ${value}`.trimEnd()).join(", ")} }`;
}
function clueOf(source) {
	if (source.type === "list") {
		const words = source.items.map((item) => item.type === "scalar" && item.value !== null ? item.text : null);
		if (words.length === 0 || words.length > 8 || words.some((word) => word === null || !isPlainWord(word))) return null;
		return {
			is: "list",
			text: `[${words.join(", ")}]`,
			word: ""
		};
	}
	if (source.type !== "scalar" || source.value === null) return null;
	const word = String(typeof source.value === "string" ? source.value.trim() : source.text);
	const is = typeof source.value === "boolean" ? source.value ? "yes" : null : kindOf(word);
	if (is === null || word.length > 60) return null;
	const range = is === "time" ? RANGE.exec(word) : null;
	return {
		is,
		word,
		text: range === null ? word : `'uniform(${range[1]} ${range[2] || range[4]}, ${range[3]} ${range[4]})'`
	};
}
function kindOf(word) {
	if (TIME.test(word) || TIME.test(RANGE.exec(word)?.slice(3).join(" ") ?? "")) return "time";
	if (/^\d+(?:\.\d+)? ?%$/.test(word)) return "share";
	if (/^\d+(?:\.\d+)? ?(?:[kKMGTP]i?)?B$/.test(word)) return "data";
	if (/^\d+(?:\.\d+)? ?[A-Z]{3} ?\/ ?\w+$/.test(word)) return "money";
	if (/^\d+(?:\.\d+)?$/.test(word)) return "number";
	if (timeBetweenOf(word) !== null) return "rate";
	if (YES.test(word)) return "yes";
	if (PERSON.test(word)) return "person";
	return isPlainWord(word) ? "word" : null;
}
/** What can be typed again in braces without quotes. */
function isPlainWord(word) {
	return /^[\p{L}_][\p{L}\p{N}_./-]*$/u.test(word);
}
// src/model/read/instead.ts
/** What to write in place of a value where a map with fixed keys is needed. */
function mapInstead(shape, source, got, currency) {
	if (shape === "backup" && source.type === "list") return messages.laterList("backup", "several policies of backups");
	if (shape === "sla" && source.type === "scalar" && /^\d[\d.]* ?%$/.test(source.text) && Number.parseFloat(source.text) >= 50) return messages.promise(source.text);
	if (source.type === "list" && source.items.some(({ type }) => type === "map")) return messages.needsMapNotItems(shape);
	return messages.needsMap(shape, got, meantMap(shape, source, currency));
}
/** What one of the things is that a map names, for a start. */
const EXAMPLES = {
	domain: "{ kind: zone }",
	component: "",
	"failure mode": "{ mtbf: 30 days, mttr: 1 h }"
};
/** What to write in place of a value where a map from names is needed. */
function namesInstead(what, of, source, got) {
	const names = namesIn(source);
	if (of.type === "share") return messages.needsWants(what, got, names === null ? null : mapOfNames(names, "80%"));
	if (source.type === "list") {
		const name = source.items.map(nameOf).find((each) => each !== null);
		if (name !== void 0 && name !== null) return messages.needsNamesNotItems(what, name);
	}
	return messages.needsNames(what, got, names === null || source.type !== "list" || !Object.hasOwn(EXAMPLES, what) ? null : mapOfNames(names, EXAMPLES[what]));
}
/** What to write in place of a map where a list of names is needed. */
function listInstead(key, of, { entries }) {
	const names = entries.map((entry) => entry.key);
	if (key === "needs" && entries.length > 0 && entries.every(({ value }) => value.type === "scalar" && /^[\d.]+ ?%?$/.test(value.text))) {
		const shares = entries.map(({ key: name, value }) => `${name}: ${value.type === "scalar" ? value.text : ""}`);
		return messages.needsNotWants(key, `wants: { ${shares.join(", ")} }`);
	}
	return messages.needsList(key, of.type === "reference" ? of.to : "value", `[${names.slice(0, 8).join(", ")}]`);
}
/** The names in a list of plain names, or the one name, as a list is written; null for anything else. */
function namesIn(source) {
	const names = (source.type === "list" ? source.items : [source]).map((item) => item.type === "scalar" && typeof item.value === "string" && /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(item.value) ? item.value : null);
	return names.length === 0 || names.length > 8 || names.includes(null) ? null : `[${names.join(", ")}]`;
}
/** The name that an item of a list gives itself. */
function nameOf(item) {
	const name = item.type === "map" ? item.entries.find(({ key }) => key === "name")?.value : void 0;
	return name?.type === "scalar" && typeof name.value === "string" ? name.value : null;
}
// src/model/language/lookup.ts
/** Every shape of the language once, from the root down. */
function allShapes() {
	const found = /* @__PURE__ */ new Set();
	const visit = (shape) => {
		if (found.has(shape)) return;
		found.add(shape);
		for (const { kind } of Object.values(shape.keys)) visitKind(kind);
	};
	const visitKind = (kind) => {
		if (kind.type === "record") visit(kind.shape());
		else if (kind.type === "list" || kind.type === "names") visitKind(kind.of);
		else if (kind.type === "either") visitKind(kind.record);
	};
	visit(documentShape);
	return [...found];
}
/**
* The name of a shape that has the key, for someone who wrote it elsewhere; null where none has.
* @param from where it was written: at the top of a document a map right below is likelier than any other
*/
function homeOf(key, from) {
	for (const { kind } of Object.values(from === documentShape ? from.keys : {})) {
		const shape = kind.type === "record" ? kind.shape() : null;
		if (shape !== null && Object.hasOwn(shape.keys, key)) return shape.name;
	}
	homes ??= new Map(allShapes().toReversed().flatMap((shape) => Object.keys(shape.keys).map((name) => [name, shape.name])));
	return homes.get(key) ?? null;
}
let homes = null;
// src/model/read/unknown-key.ts
/** What is wrong with a key that the shape does not have, and which of its keys was meant, if any. */
function unknownKey(shape, key, value, currency, report) {
	const later = laterIn(shape.name, key);
	if (later !== void 0) return {
		problem: messages.later(key, later),
		meant: null
	};
	const keys = Object.keys(shape.keys);
	const [, name, rest] = /^([\w-]+):(.+)$/s.exec(key) ?? [];
	if (name !== void 0 && keys.includes(name)) return {
		problem: messages.closeColon(key, `${name}: ${rest.trim()}`),
		meant: name
	};
	const same = report.nearest(key, keys, 0);
	if (same !== null) return {
		problem: messages.unknownKey(key, shape.name, same, null),
		meant: same
	};
	const synonyms = keySynonyms(key);
	const synonym = chosen$1(synonyms.filter((each) => Object.hasOwn(shape.keys, each)), value);
	if (synonym === "in" && synonyms.includes("across")) return {
		problem: messages.placeSynonym(key, shape.name),
		meant: synonym
	};
	if (synonym !== void 0) return {
		problem: messages.synonym(key, shape.name, withValue(key, synonym, shape.keys[synonym].kind, value, currency)),
		meant: synonym
	};
	for (const each of synonyms) {
		const what = laterIn(shape.name, each);
		if (what !== void 0) return {
			problem: messages.synonymLater(key, each, what),
			meant: null
		};
	}
	const elsewhere = homeOf(key, shape);
	if (elsewhere === null && synonyms.length > 0) return {
		problem: messages.synonymElsewhere(key, shape.name, synonyms[0], homeOf(synonyms[0], shape) ?? "model"),
		meant: null
	};
	const meant = report.nearest(key, keys, elsewhere === null ? void 0 : 1);
	return {
		problem: messages.unknownKey(key, shape.name, meant, elsewhere),
		meant
	};
}
/** An amount of data, which no number of replicas is. */
const DATA = /^\d[\d.,]* ?[kKMGTP]i?B$/;
/**
* Names of domains are where something stands; a kind of them is over what it is spread; a size in bytes is of data.
*/
function chosen$1(synonyms, value) {
	if (synonyms.includes("data") && value.type === "scalar" && DATA.test(value.text)) return "data";
	return value.type === "list" && value.items.length > 1 && synonyms[0] === "across" ? "in" : synonyms[0];
}
/** Keys whose bare numbers are of failures a year. */
const A_YEAR = /^(afr|arr)$|annual|year/i;
/**
* The key alone, or with its value where that has to change as well: `rate: 3/year` is `mtbf: 1 year / 3`.
* @param typed the word in place of the key
*/
function withValue(typed, key, kind, value, currency) {
	const period = kind.type === "draw" || kind.type === "duration" || kind.type === "either" ? periodOf(typed) : null;
	if (period !== null) return `${key}: ${period}`;
	if (value.type !== "scalar" || value.value === null) return key;
	if (key === "across") return value.value === true || typeof value.value === "number" ? "across: zone" : key;
	if (key === "mtbf") {
		const between = timeBetweenOf(typeof value.value !== "number" ? String(value.value) : A_YEAR.test(typed) ? `${value.text} per year` : "");
		return between === null ? key : `${key}: ${between}`;
	}
	if (key === "failures") {
		const component = meantMap("component", value, currency);
		return component?.startsWith("{ failures: ") === true ? component.slice(2, -2) : key;
	}
	const map = kind.type === "record" ? meantMap(kind.shape().name, value, currency) : null;
	return map === null ? key : `${key}: ${map}`;
}
// src/model/language/distributions.ts
const SIGNATURES = /* @__PURE__ */ new Map([
	["exponential", {
		args: ["mean"],
		written: "exponential(mean)",
		build: ([mean]) => mean === 0 ? {
			kind: "constant",
			value: 0
		} : {
			kind: "exponential",
			mean
		}
	}],
	["constant", {
		args: ["time"],
		written: "constant(time)",
		build: ([value]) => ({
			kind: "constant",
			value
		})
	}],
	["uniform", {
		args: ["min", "max"],
		written: "uniform(min, max)",
		build: ([min, max]) => ({
			kind: "uniform",
			min,
			max
		})
	}],
	["triangular", {
		args: [
			"min",
			"mode",
			"max"
		],
		written: "triangular(min, mode, max)",
		build: ([min, mode, max]) => ({
			kind: "triangular",
			min,
			mode,
			max
		})
	}],
	["lognormal", {
		args: ["median", "p95"],
		written: "lognormal(median, p95)",
		build: ([median, p95]) => ({
			kind: "lognormal",
			median,
			p95
		})
	}],
	["weibull", {
		args: ["shape", "mean"],
		written: "weibull(shape, mean)",
		build: ([shape, mean]) => ({
			kind: "weibull",
			shape,
			mean
		})
	}],
	["gamma", {
		args: ["shape", "mean"],
		written: "gamma(shape, mean)",
		build: ([shape, mean]) => ({
			kind: "gamma",
			shape,
			mean
		})
	}],
	["empirical", {
		args: [],
		written: "empirical(t1, t2, …)",
		build: (values) => ({
			kind: "empirical",
			values
		})
	}]
]);
/** The names of the distributions, as the language writes them. */
const DISTRIBUTION_NAMES = [...SIGNATURES.keys()];
[...SIGNATURES.values()].map(({ written }) => written);
// src/model/scope/distributions.ts
/** Outside this range a shape says nothing that anybody measures, and moments overflow. */
const SHAPE = {
	min: .05,
	max: 1e3
};
/** Arguments that have to be above 0. */
const POSITIVE = /* @__PURE__ */ new Set([
	"lognormal.median",
	"lognormal.p95",
	"weibull.mean",
	"gamma.mean"
]);
/** A bare time where a distribution may stand. */
function bareTime(seconds, bare) {
	return bare === "exponential" && seconds > 0 ? {
		kind: "exponential",
		mean: seconds
	} : {
		kind: "constant",
		value: seconds
	};
}
/** The distribution called `name` with these arguments; throws an `ExpressionError` where they do not fit. */
function buildDistribution(name, args) {
	const signature = SIGNATURES.get(name);
	if (signature === void 0) throw new Error(`no distribution ${name}`);
	const anyNumber = signature.args.length === 0;
	if (anyNumber ? args.length === 0 : args.length !== signature.args.length) throw new ExpressionError(messages.argumentCount(name, signature.written, args.length));
	const values = args.map((quantity, i) => argument(name, anyNumber ? "times" : signature.args[i], quantity));
	for (let i = 1; i < values.length && !anyNumber && signature.args[0] !== "shape"; i++) if (values[i] < values[i - 1]) fail$1(messages.argumentOrder(name, signature.args[i - 1], signature.args[i]));
	const distribution = signature.build(values);
	const fault = distributionFault(distribution);
	if (fault !== null) fail$1(messages.distributionFault(name, fault));
	if (!Number.isFinite(mean(distribution))) fail$1(messages.meanNotFinite(name));
	return distribution;
}
function argument(name, called, { value, dimension }) {
	if (called === "shape") {
		if (!sameDimension(dimension, PLAIN)) fail$1(messages.argumentPlain(name, called, describeQuantity(value, dimension)));
		if (!(value >= SHAPE.min && value <= SHAPE.max)) fail$1(messages.shapeRange(name, SHAPE.min, SHAPE.max));
		return value;
	}
	if (!sameDimension(dimension, TIME$1) && !isPlainZero({
		value,
		dimension
	})) fail$1(messages.argumentTime(name, called, describeQuantity(value, dimension)));
	if (value < 0) fail$1(messages.argumentNegative(name, called));
	if (value === 0 && POSITIVE.has(`${name}.${called}`)) fail$1(messages.argumentPositive(name, called));
	return value;
}
function fail$1(problem) {
	throw new ExpressionError(problem);
}
// src/model/scope/scope.ts
/** Thrown where an expression uses a parameter that is itself wrong: that has been reported already. */
var AlreadyReported = class extends Error {};
/** How many different expressions a model may have: reading each takes time, and a model can come from a stranger. */
const MAX_EXPRESSIONS = 5e3;
/** What names mean inside a model's expressions: its currency, the units, its parameters. */
var Scope = class {
	currency;
	parameter;
	nearest;
	parsed = /* @__PURE__ */ new Map();
	constructor(currency, parameter, nearest) {
		this.currency = currency;
		this.parameter = parameter;
		this.nearest = nearest;
	}
	/** The value of an expression's text. Throws an `ExpressionError`, or `AlreadyReported`. */
	evaluate(text) {
		const expression = this.parse(text);
		if (expression.kind === "name") {
			const value = this.parameter(expression.name);
			if (value !== void 0) return value;
		}
		const lookup = (name) => this.lookup(name);
		if (expression.kind === "call" && DISTRIBUTION_NAMES.includes(expression.name)) {
			const args = expression.args.map((argument) => evaluate$2(argument, lookup, text));
			return {
				kind: "distribution",
				distribution: buildDistribution(expression.name, args)
			};
		}
		return {
			kind: "quantity",
			quantity: evaluate$2(expression, lookup, text)
		};
	}
	parse(text) {
		let expression = this.parsed.get(text);
		if (expression === void 0) {
			if (this.parsed.size >= MAX_EXPRESSIONS) throw new ExpressionError(expressionMessages.tooMany(MAX_EXPRESSIONS));
			expression = parseExpression(text, DISTRIBUTION_NAMES);
			this.parsed.set(text, expression);
		}
		return expression;
	}
	lookup(name) {
		const value = this.parameter(name);
		if (value?.kind === "quantity") return value.quantity;
		if (value?.kind === "distribution") throw new ExpressionError(messages.parameterIsDistribution(name));
		const unit = findUnit(name, this.currency);
		if (unit !== void 0) return unit;
		const parameter = this.nearest(name, []);
		if (isCurrencyCode(name) && parameter === null) throw new ExpressionError(expressionMessages.otherCurrency(name, this.currency));
		const suggestion = UNIT_SLIPS.get(name) ?? parameter ?? this.nearest(name, [...UNITS.keys(), this.currency]);
		throw new ExpressionError(expressionMessages.unknownName(name, suggestion));
	}
};
/** Names that already mean something in every expression. */
function isTakenName(name) {
	return FUNCTIONS.includes(name) || DISTRIBUTION_NAMES.includes(name);
}
// src/model/read/values.ts
/** A value that does not fit; `null` where that has been said already. */
var Misfit = class extends Error {
	problem;
	constructor(problem) {
		super(problem?.message);
		this.problem = problem;
	}
};
const MEASURES = {
	data: DATA$2,
	"data rate": DATA_RATE,
	"price of data": DATA_PRICE,
	"price of storage": STORAGE_PRICE
};
/** The value of a scalar where a kind of number is needed, in SI units; throws a `Misfit`. */
function readNumber(kind, source, scope) {
	try {
		return readPlainly(kind, source, scope);
	} catch (error) {
		if (!(error instanceof Misfit) || error.problem === null || typeof source.value !== "string") throw error;
		const { currency } = scope;
		throw new Misfit((kind.type === "integer" ? nPlus(source.value) : null) ?? otherNotation(source.value, kind, currency, (text) => reads(text, kind, source, scope)) ?? error.problem);
	}
}
/** Whether another text would do in this place. */
function reads(text, kind, { at }, scope) {
	try {
		readPlainly(kind, {
			type: "scalar",
			at,
			text,
			value: /^\d+(\.\d+)?$/.test(text) ? Number(text) : text
		}, scope);
		return true;
	} catch (error) {
		if (error instanceof Misfit) return false;
		throw error;
	}
}
function readPlainly(kind, source, scope) {
	const value = evaluate$1(kind, source, scope);
	if (kind.type === "draw") return readDraw(kind, value, source);
	if (value.kind === "distribution") throw new Misfit(mismatch(kind, scope.currency, `the distribution ${quote(source.text)}`, null));
	const { quantity } = value;
	const got = describe(source, quantity);
	switch (kind.type) {
		case "duration": return readTime(quantity, source);
		case "rate":
			requireDimension(kind, MONEY_RATE, quantity, source, scope.currency);
			if (quantity.value < 0) throw new Misfit(messages.negative(quote(source.text)));
			return quantity.value;
		case "measure":
			requireDimension(kind, MEASURES[kind.of], quantity, source, scope.currency);
			if (quantity.value < 0) throw new Misfit(messages.negative(quote(source.text)));
			return quantity.value;
		case "share":
			requireDimension(kind, PLAIN, quantity, source, scope.currency);
			return inside(kind.open, quantity.value, source);
		case "integer":
			requireDimension(kind, PLAIN, quantity, source, scope.currency);
			return whole(quantity.value, kind.min) ?? complain(messages.needsInteger(kind.min, got));
		case "years": {
			const years = sameDimension(quantity.dimension, TIME$1) ? quantity.value / SECONDS_PER_YEAR : quantity.value;
			if (!sameDimension(quantity.dimension, TIME$1)) requireDimension(kind, PLAIN, quantity, source, scope.currency);
			return whole(years, 1) ?? complain(messages.needsYears(quote(source.text)));
		}
	}
}
function evaluate$1(kind, source, scope) {
	const { value } = source;
	if (typeof value === "number") {
		if (!Number.isFinite(value)) throw new Misfit(messages.notFinite(source.text));
		return {
			kind: "quantity",
			quantity: {
				value,
				dimension: PLAIN
			}
		};
	}
	if (typeof value !== "string") throw new Misfit(mismatch(kind, scope.currency, describeValue(value), null));
	try {
		return scope.evaluate(value);
	} catch (error) {
		if (error instanceof ExpressionError) throw new Misfit(error.problem);
		if (error instanceof AlreadyReported) throw new Misfit(null);
		throw error;
	}
}
function readDraw(kind, value, source) {
	const drawn = value.kind === "distribution" ? value.distribution : bareTime(readTime(value.quantity, source), kind.bare);
	if (kind.positiveMean && !(mean(drawn) > 0)) throw new Misfit(messages.zeroMean());
	return drawn;
}
function readTime(quantity, source) {
	if (isPlainZero(quantity)) return 0;
	if (!sameDimension(quantity.dimension, TIME$1)) throw new Misfit(messages.needsTime(describe(source, quantity), typeof source.value === "number" ? source.value : null));
	if (quantity.value < 0) throw new Misfit(messages.negativeTime(quote(source.text)));
	return quantity.value;
}
function inside(open, value, source) {
	if (value > 0 && value < 1) return value;
	if (!open && (value === 0 || value === 1)) return value;
	const percent = value > 1 && value <= 100 && typeof source.value === "number" ? `${value}%` : null;
	throw new Misfit(open ? messages.notAnOpenShare(quote(source.text), percent) : messages.notAShare(quote(source.text), percent));
}
/** The whole number that `value` is, but for the rounding of arithmetic; null where it is none or too small. */
function whole(value, min) {
	const rounded = Math.round(value);
	return Math.abs(value - rounded) <= 1e-9 && rounded >= min && Number.isSafeInteger(rounded) ? rounded : null;
}
function requireDimension(kind, wanted, quantity, source, currency) {
	if (sameDimension(quantity.dimension, wanted) || isPlainZero(quantity)) return;
	throw new Misfit(mismatch(kind, currency, describe(source, quantity), quantity));
}
/** What is needed, said by what was found. */
function mismatch(kind, currency, got, quantity) {
	switch (kind.type) {
		case "duration":
		case "draw": return messages.needsTime(got, null);
		case "rate": {
			const money = quantity !== null && (sameDimension(quantity.dimension, MONEY) || sameDimension(quantity.dimension, PLAIN));
			return messages.needsRate(currency, got, money ? `${quantity.value} ${currency}/${kind.per}` : null);
		}
		case "measure": {
			const plain = quantity !== null && sameDimension(quantity.dimension, PLAIN) ? quantity.value : null;
			return messages.needsMeasure(kind.of, currency, got, plain);
		}
		case "share": return messages.needsShare(got);
		case "integer": return messages.needsInteger(kind.min, got);
		case "years": return messages.needsYears(got);
	}
}
function describe(source, { value, dimension }) {
	const described = describeQuantity(value, dimension);
	return typeof source.value === "number" ? described : `${quote(source.text)}, ${described}`;
}
function complain(problem) {
	throw new Misfit(problem);
}
// src/model/read/reader.ts
const TARGETS = "what is to fail, such as 'eu-west-1a' or 'db.active'";
/** Reads a source as the description of the language says, and reports whatever does not fit it. */
var Reader = class {
	report;
	scope;
	/**
	* What the document uses of the language, for `features.ts`: `shape.key`, and `shape.key=value` for one of several
	* values.
	*/
	words = /* @__PURE__ */ new Set();
	constructor(report, scope) {
		this.report = report;
		this.scope = scope;
	}
	/** `T` belongs to the kind by construction (`build.ts`): here is the one place that relies on it. */
	read(kind, source) {
		return this.dispatch(kind, source);
	}
	record(shape, source) {
		return this.readRecord(shape, source);
	}
	dispatch(kind, source) {
		if (source.type === "bad") return {
			ok: false,
			at: source.at
		};
		switch (kind.type) {
			case "list": return this.list(kind.of, source);
			case "names": return this.names(kind.what, kind.of, source);
			case "record": return this.recordField(kind.shape(), source);
			case "parameter": return {
				ok: true,
				value: null,
				at: source.at
			};
			case "either": return this.either(kind.scalar, kind.record, source);
		}
		if (source.type !== "scalar") return this.fail(source.at, {
			...this.notScalar(kind, source),
			...onlyItem(source)
		});
		try {
			return {
				ok: true,
				value: this.scalar(kind, source),
				at: source.at
			};
		} catch (error) {
			if (!(error instanceof Misfit)) throw error;
			return error.problem === null ? {
				ok: false,
				at: source.at
			} : this.fail(source.at, error.problem);
		}
	}
	scalar(kind, source) {
		const { value, text } = source;
		if (value === null) throw new Misfit(messages.noValue(lastKey(source.at.path)));
		if (isNumeric(kind)) return readNumber(kind, source, this.scope);
		const got = describeValue(value);
		switch (kind.type) {
			case "text": return String(typeof value === "string" ? value : text);
			case "word":
			case "reference":
				if (typeof value === "boolean") throw new Misfit(messages.needs(`the name of a ${kind.type === "word" ? "kind" : kind.to}`, got));
				return typeof value === "string" ? value : text;
			case "target":
				if (typeof value === "boolean") throw new Misfit(messages.needs(TARGETS, got));
				return typeof value === "string" ? value : text;
			case "version":
				if (value !== 1) throw new Misfit(messages.wrongVersion(text));
				return value;
			case "currency":
				if (typeof value !== "string" || !isCurrencyCode(value)) throw new Misfit(messages.currencyCode(String(value)));
				return value;
			case "seed":
				if (typeof value === "boolean") throw new Misfit(messages.needs("a number or a word", got));
				return typeof value === "number" && !Number.isSafeInteger(value) ? text : String(value);
			case "flag":
				if (typeof value !== "boolean") throw new Misfit(messages.needsFlag(got));
				return value;
			case "choice": {
				const words = Object.keys(kind.words);
				const later = LATER_MODES.get(text);
				if (words.includes("quorum") && later !== void 0) throw new Misfit(messages.later(text, later));
				if (words.includes("quorum") && /^n ?\+ ?\d$/i.test(text)) throw new Misfit(messages.nPlusMode(text));
				if (typeof value !== "string" || !words.includes(value)) throw new Misfit(messages.oneOf(words, text, this.nearestWord(text, words)));
				return value;
			}
			default: return null;
		}
	}
	/** The word that was meant; where none is near, the first with a part that is: `actve` for `active-active`. */
	nearestWord(text, words) {
		const whole = this.report.nearest(text, words, 0) ?? choiceSynonym(text, words) ?? this.report.nearest(text, words);
		if (whole !== null) return whole;
		const parts = new Map(words.flatMap((word) => word.split("-").map((part) => [part, word])).reverse());
		return parts.get(this.report.nearest(text, parts.keys()) ?? "") ?? null;
	}
	either(scalar, record, source) {
		if (source.type === "map") return this.dispatch(record, source);
		const shape = record.type === "record" ? record.shape() : null;
		if (shape?.name === "redirection" && source.type === "scalar" && /^(?:dns|ttl|route ?53)$/i.test(source.text)) return this.fail(source.at, messages.needsMap(shape.name, describeValue(source.value), "{ dns-ttl: 60 s }"));
		return this.dispatch(scalar, source);
	}
	notScalar(kind, source) {
		const got = source.type === "list" ? "a list" : "a map";
		if (source.type === "map" && source.entries.some(({ key }) => key === "by")) return messages.later("by", "people who have to be free to decide");
		if (source.type === "map" && kind.type === "integer" && source.entries.some(({ key }) => /^max/.test(key))) return messages.later("autoscale", "replacing members automatically");
		if (source.type === "map" && kind.type === "duration" && /^targets\.r[tp]o$/.test(source.at.path)) return messages.laterMap(lastKey(source.at.path), "targets by kind of disruption");
		if (source.type === "list" && kind.type === "reference" && source.items.length > 1) return messages.laterList(lastKey(source.at.path), "spreading over one kind and then another");
		if (isNumeric(kind)) switch (kind.type) {
			case "duration":
			case "draw": return messages.needsTime(got, null);
			case "rate": return messages.needsRate(this.scope.currency, got, null);
			case "measure": return messages.needsMeasure(kind.of, this.scope.currency, got, null);
			case "share": return messages.needsShare(got);
			case "integer": return messages.needsInteger(kind.min, got);
			case "years": return messages.needsYears(got);
		}
		if (kind.type === "choice") return messages.oneOf(Object.keys(kind.words), got, null);
		if (kind.type === "flag") return messages.needsFlag(got);
		if (kind.type === "reference") return messages.needs(`the name of a ${kind.to}`, got);
		if (kind.type === "target") return messages.needs(TARGETS, got);
		return messages.needs("one value", got);
	}
	list(of, source) {
		if (source.type === "scalar" && source.value !== null) return {
			ok: true,
			value: [this.dispatch(of, source)],
			at: source.at
		};
		if (source.type === "scalar") return this.fail(source.at, messages.noValue(lastKey(source.at.path)));
		if (source.type !== "list") return this.fail(source.at, source.type === "map" ? listInstead(lastKey(source.at.path), of, source) : messages.needs("a list", "nothing"));
		return {
			ok: true,
			value: source.items.map((item) => {
				if (item.type === "map" && of.type === "reference" && of.to === "service") return this.fail(item.at, messages.laterMap(lastKey(source.at.path), "dependencies by place"));
				return this.dispatch(of, item);
			}),
			at: source.at
		};
	}
	names(what, of, source) {
		const entries = this.entries(source, (got) => namesInstead(what, of, source, got));
		if (entries === null) return {
			ok: false,
			at: source.at
		};
		return {
			ok: true,
			value: entries.map(({ key, at, value: inner }) => {
				if (of.type !== "parameter" && !isName(key)) this.report.error(at, messages.badName(what, key));
				return {
					name: key,
					at,
					field: of.type === "share" && inner.type === "scalar" && inner.value === null ? this.fail(inner.at, messages.noShare(key)) : this.dispatch(of, inner)
				};
			}),
			at: source.at
		};
	}
	recordField(shape, source) {
		const entries = this.entries(source, (got) => mapInstead(shape.name, source, got, this.scope.currency));
		if (entries === null) return {
			ok: false,
			at: source.at
		};
		return {
			ok: true,
			value: this.readRecord(shape, {
				type: "map",
				at: source.at,
				entries
			}),
			at: source.at
		};
	}
	/** A map's entries; nothing at all is an empty map. */
	entries(source, problem) {
		if (source.type === "map") return source.entries;
		if (source.type === "scalar" && source.value === null) return [];
		if (source.type !== "bad") this.report.error(source.at, problem(source.type === "list" ? "a list" : describeValue(source.value)));
		return null;
	}
	readRecord(shape, source) {
		const fields = {};
		const keys = /* @__PURE__ */ new Map();
		const misspelt = /* @__PURE__ */ new Map();
		let incomplete = false;
		for (const { key, at, value } of source.entries) if (Object.hasOwn(shape.keys, key)) {
			keys.set(key, at);
			fields[key] = this.dispatch(shape.keys[key].kind, value);
			this.words.add(`${shape.name}.${key}${chosen(shape.keys[key].kind, fields[key])}`);
		} else {
			incomplete = true;
			const { problem, meant } = unknownKey(shape, key, value, this.scope.currency, this.report);
			this.report.error(at, problem);
			if (meant !== null) misspelt.set(meant, at);
		}
		for (const [name, at] of misspelt) if (!Object.hasOwn(fields, name)) fields[name] = {
			ok: false,
			at
		};
		for (const [name, { required, examples }] of Object.entries(shape.keys)) {
			if (required !== true || Object.hasOwn(fields, name)) continue;
			const problem = name === "nines" ? messages.missingVersion() : messages.missingKey(name, shape.name, examples ?? []);
			this.report.error(source.at, problem);
			fields[name] = {
				ok: false,
				at: source.at
			};
		}
		return {
			at: source.at,
			fields,
			keys,
			incomplete
		};
	}
	fail(at, problem) {
		this.report.error(at, problem);
		return {
			ok: false,
			at
		};
	}
};
/** `=value` for one of several values. */
function chosen(kind, field) {
	if (kind.type === "either") return field.ok && typeof field.value === "string" ? chosen(kind.scalar, field) : "";
	return kind.type === "choice" && field.ok ? `=${String(field.value)}` : "";
}
/** A list of one is that one. */
function onlyItem(source) {
	const [item, ...others] = source.type === "list" ? source.items : [];
	return item?.type === "scalar" && item.value !== null && others.length === 0 ? { suggestion: item.text } : {};
}
/** The author's own names: anything that can be printed on one line. */
function isName(text) {
	return text !== "__proto__" && text.length >= 1 && text.length <= 100 && text.trim() === text && !/\p{Cc}/u.test(text);
}
function lastKey(path) {
	return /[^.[\]]+(?:\[\d+\])?$/.exec(path)?.[0] ?? quote(path);
}
// src/model/report.ts
/** A document can be wrong in more places than anybody reads. */
const MAX_DIAGNOSTICS = 1e3;
/** How many words may be compared in search of near ones: a hostile model could ask for any number. */
const MAX_COMPARISONS = 1e5;
/** Collects everything that is wrong with a model: messages come in without a place and get theirs here. */
var Report = class {
	/** What has been said already: the copies of one service share its mistakes. */
	said = /* @__PURE__ */ new Set();
	found = [];
	omitted = 0;
	errors = 0;
	comparisons = MAX_COMPARISONS;
	error(at, problem) {
		this.errors++;
		this.add({
			severity: "error",
			...readable(problem),
			line: at.line,
			column: at.column,
			path: visible(at.path)
		});
	}
	warning(at, problem) {
		this.add({
			severity: "warning",
			...readable(problem),
			line: at.line,
			column: at.column,
			path: visible(at.path)
		});
	}
	/** The nearest right word for a wrong one, as long as there have not been too many wrong ones. */
	nearest(word, candidates, limit) {
		return nearest(word, this.counted(candidates), limit);
	}
	*counted(candidates) {
		for (const candidate of candidates) {
			if (--this.comparisons < 0) return;
			yield candidate;
		}
	}
	get hasErrors() {
		return this.errors > 0;
	}
	/** In the order of the text. */
	diagnostics() {
		const sorted = [...this.found].sort((a, b) => a.line - b.line || a.column - b.column);
		if (this.omitted > 0) {
			const severity = sorted.some((d) => d.severity === "error") ? "error" : "warning";
			sorted.push({
				severity,
				...messages.more(this.omitted),
				line: sorted.at(-1)?.line ?? 1,
				column: 1,
				path: ""
			});
		}
		return sorted;
	}
	add(diagnostic) {
		const { line, column, path, message } = diagnostic;
		const once = JSON.stringify([
			line,
			column,
			path,
			message
		]);
		if (this.said.has(once)) return;
		this.said.add(once);
		if (this.found.length < MAX_DIAGNOSTICS) this.found.push(diagnostic);
		else this.omitted++;
	}
};
/** Longer than any name, and longer than anybody reads. */
const MAX_QUOTED = 120;
const MAX_MESSAGE = 1e3;
/** A suggestion is typed as it is, so that it can be left out, and not cut. */
const MAX_SUGGESTION = 300;
/** Nothing in it that cannot be seen, and nothing of the model at full length: a model can come from a stranger. */
function readable({ message, suggestion }) {
	const seen = visible(message).replace(/'([^']+)'/g, (whole, text) => text.length > MAX_QUOTED ? `'${text.slice(0, 117)}…'` : whole);
	const typed = suggestion !== null && suggestion.length <= MAX_SUGGESTION && visible(suggestion) === suggestion ? suggestion : null;
	return {
		message: seen.length > MAX_MESSAGE ? `${seen.slice(0, 999)}…` : seen,
		suggestion: typed
	};
}
// src/model/resolve/fields.ts
/** A field's value; the default where it is left out, and where it is wrong (which has been reported). */
function valueOr(field, otherwise) {
	return field?.ok === true ? field.value : otherwise;
}
/** Whether a field was given, but wrongly: then nothing that depends on it is worth a message. */
function isBad(field) {
	return field?.ok === false;
}
// src/model/resolve/failures.ts
/** Stands where a time is wrong; a model with it is never handed out. */
const UNKNOWN = {
	kind: "constant",
	value: 1
};
function resolveFailures(failures, report) {
	return valueOr(failures, []).map(({ name, field }) => ({
		name,
		...resolveFailure(field, report)
	}));
}
/** The clock of one failure mode, from mtbf and mttr or from availability and mttr. */
function resolveFailure(field, report) {
	if (!field.ok) return {
		up: UNKNOWN,
		down: UNKNOWN,
		losesData: false
	};
	const { fields, at, keys } = field.value;
	const { mtbf, availability, mttr } = fields;
	const losesData = valueOr(fields.data, "kept") === "lost";
	const down = valueOr(mttr, UNKNOWN);
	if (mtbf !== void 0 && availability !== void 0) report.error(keys.get("availability") ?? at, messages.oneMtbf());
	if (mtbf === void 0 && availability === void 0) report.error(at, messages.noMtbf());
	let up = valueOr(mtbf, UNKNOWN);
	if (mtbf === void 0 && availability?.ok === true && mttr?.ok === true) {
		const share = availability.value;
		const seconds = mean(down) * share / (1 - share);
		if (!(seconds > 0)) report.error(availability.at, messages.noRepairTime());
		else if (!Number.isFinite(seconds)) report.error(availability.at, messages.notFinite("the mtbf that follows"));
		else up = {
			kind: "exponential",
			mean: seconds
		};
	}
	if (mttr?.ok === true && (mtbf?.ok === true || availability?.ok === true) && mean(up) < mean(down)) report.warning(at, messages.mtbfBelowMttr(mean(up), mean(down)));
	return {
		up,
		down,
		losesData
	};
}
// src/model/resolve/domains.ts
function resolveDomains(domains, report) {
	const list = [];
	const places = [];
	const end = [];
	const seen = /* @__PURE__ */ new Map();
	let incomplete = isBad(domains);
	const add = ({ name, at, field }, parent) => {
		const first = seen.get(name);
		if (first !== void 0) report.error(at, messages.duplicateDomain(name, first.line));
		else seen.set(name, at);
		const index = list.length;
		const fields = field.ok ? field.value.fields : {};
		incomplete ||= !field.ok || isBad(fields.kind) || isBad(fields.domains);
		list.push({
			name,
			kind: valueOr(fields.kind, "domain"),
			parent,
			failures: resolveFailures(fields.failures, report),
			costPerSecond: valueOr(fields.cost, 0)
		});
		places.push(at);
		end.push(0);
		for (const inner of valueOr(fields.domains, [])) add(inner, index);
		end[index] = list.length;
	};
	for (const domain of valueOr(domains, [])) add(domain, -1);
	return {
		list,
		places,
		end,
		incomplete
	};
}
/** The domains of a kind at or below some domains, in the order written; everywhere if these are none. */
function domainsOfKind(tree, scope, kind) {
	const found = /* @__PURE__ */ new Set();
	const collect = (from, to) => {
		for (let i = from; i < to; i++) if (tree.list[i].kind === kind) found.add(i);
	};
	if (scope.length === 0) collect(0, tree.list.length);
	for (const domain of scope) collect(domain, tree.end[domain]);
	return [...found];
}
/** Whether a domain is at or below another. */
function isWithin(tree, domain, outer) {
	return domain >= outer && domain < tree.end[outer];
}
/** The nearest domain of a kind at or above a domain; −1 where there is none. */
function enclosing(tree, domain, kind) {
	let at = domain;
	while (at >= 0 && tree.list[at].kind !== kind) at = tree.list[at].parent;
	return at;
}
// src/model/resolve/limits.ts
/** What can be run at all: beyond this nobody waits for the end. */
const MODEL_LIMITS = {
	members: 1e6,
	services: 2e3,
	/** Everything that experiments strike, in all. */
	injections: 1e4,
	/** Factors of all services' answers, written out. */
	dependencies: 1e6,
	failuresPerYear: 1e8,
	years: 1e9,
	warmUpYears: 1e3,
	/** The mean time that an experiment keeps something failed, and from its first strike to its last. */
	experimentYears: 1e3,
	/** Backups of one policy that are kept at once. */
	backups: 1e7
};
// src/model/resolve/copies.ts
/** Puts a copy of each service in a stack into each site. */
function copyIntoSites(originals, report) {
	const { drafts, stacks, broken } = originals;
	const root = {
		domain: -1,
		around: null,
		scope: null,
		suffix: "",
		owners: [],
		within: /* @__PURE__ */ new Map(),
		instances: /* @__PURE__ */ new Map()
	};
	const waiting = [];
	let entries = 0;
	const instantiate = (written, place) => {
		const site = drafts[written].links.fixed ? root : place;
		const there = site.instances.get(written);
		if (there !== void 0) return there;
		const instance = {
			written,
			site,
			copies: [],
			domains: broken ? [] : siteDomains(written, site, originals, report)
		};
		site.instances.set(written, instance);
		waiting.push(instance);
		return instance;
	};
	const inSomeStack = new Set(broken ? [] : stacks.flatMap((stack) => [...stack]));
	drafts.forEach((_, written) => {
		if (!inSomeStack.has(written)) instantiate(written, root);
	});
	for (let next = 0; next < waiting.length; next++) {
		const instance = waiting[next];
		const { links } = drafts[instance.written];
		entries += instance.domains.length;
		if (!broken && (waiting.length + instance.domains.length > MODEL_LIMITS.services || entries > MODEL_LIMITS.members)) {
			const { sites, at } = drafts[instance.site.owners[0]?.service ?? instance.written];
			report.error(sites?.at ?? at, messages.tooManyCopies(MODEL_LIMITS.services));
			return {
				instances: [],
				meantBy: () => void 0,
				outside: () => void 0
			};
		}
		for (const target of links.needs) instantiate(target, instance.site);
		for (const { service } of links.wants) instantiate(service, instance.site);
		if (links.of < 0 || drafts[links.of].links.fixed) continue;
		instance.domains.forEach((domain, i) => {
			const site = siteWithin(instance.site, domain, originals.tree);
			site.owners.push({
				service: instance.written,
				first: i === 0
			});
			instance.copies.push(instantiate(links.of, site));
		});
	}
	return {
		instances: inOrder(root),
		meantBy: ({ site }, service) => (drafts[service].links.fixed ? root : site).instances.get(service),
		outside: (service) => root.instances.get(service)
	};
}
function siteWithin(around, domain, tree) {
	let site = around.within.get(domain);
	if (site === void 0) {
		site = {
			domain,
			around,
			scope: [domain],
			suffix: `${around.suffix}@${tree.list[domain].name}`,
			owners: [],
			within: /* @__PURE__ */ new Map(),
			instances: /* @__PURE__ */ new Map()
		};
		around.within.set(domain, site);
	}
	return site;
}
/** The domains in which an instance has its sites: within a site, those of them that lie in it. */
function siteDomains(written, site, { drafts, scopes, tree }, report) {
	const { sites, name } = drafts[written];
	const scope = site.around === null ? scopes[written] : site.scope;
	if (sites === null || scope === null) return [];
	const found = /* @__PURE__ */ new Set();
	for (const named of sites.named) {
		const domains = typeof named === "number" ? [named] : domainsOfKind(tree, scope, named);
		if (domains.length === 0 && !tree.incomplete) report.error(sites.at, messages.noDomainOfKind(String(named), whereOf(scope, tree), null));
		for (const domain of domains) if (site.around === null || isWithin(tree, domain, site.domain)) found.add(domain);
	}
	if (found.size === 0 && !sites.unknown && !tree.incomplete && sites.named.some((named) => typeof named === "number")) report.error(sites.at, messages.noSiteWithin(name, tree.list[site.domain].name));
	return [...found];
}
function whereOf(scope, tree) {
	return scope.length === 0 ? null : scope.slice(0, 5).map((domain) => `'${tree.list[domain].name}'`).join(", ");
}
/** By service, then by site, outer sites before those within them. */
function inOrder(root) {
	const sites = [];
	const open = [root];
	for (let site = open.pop(); site !== void 0; site = open.pop()) {
		sites.push(site);
		open.push(...[...site.within.values()].reverse());
	}
	const byService = [];
	for (const site of sites) for (const instance of site.instances.values()) (byService[instance.written] ??= []).push(instance);
	return byService.flat();
}
/** Whether a copy stands in the first of all sites around it. */
function isInFirstSite({ written, site }, stacks) {
	for (let at = site; at.around !== null; at = at.around) if (!at.owners.some(({ service, first }) => first && stacks[service].has(written))) return false;
	return true;
}
/** The share of its running cost that a copy has where its sites stand by. Nested sites multiply. */
function siteCostShare({ written, site }, drafts, stacks) {
	let share = 1;
	for (let at = site; at.around !== null; at = at.around) {
		const shares = at.owners.flatMap(({ service, first }) => {
			if (!stacks[service].has(written)) return [];
			const { service: { mode }, costShares } = drafts[service];
			return [first || mode !== "active-passive" ? 1 : costShares.of(written)];
		});
		share *= Math.max(0, ...shares);
	}
	return share;
}
/** One name, or a list of a few, as they can be typed; null where there are none, or too many. */
function oneOrList(names) {
	if (names.length === 0 || names.length > 8) return null;
	return names.length === 1 ? names[0] : `[${names.join(", ")}]`;
}
/** A list that is suggested where only one name fits, in a list or alone, can be read but not typed in its place. */
function asTyped(problem, isOne) {
	return isOne && problem.suggestion?.startsWith("[") === true ? {
		...problem,
		suggestion: null
	} : problem;
}
// src/model/resolve/directory.ts
/** Everything in a model that has a name: who names a shock where a service is needed shall be told what it is. */
var Directory = class {
	fields;
	services;
	tree;
	parameters;
	constructor(fields, services, tree, parameters) {
		this.fields = fields;
		this.services = services;
		this.tree = tree;
		this.parameters = parameters;
	}
	/**
	* What is wrong with a name that stands for something else than is needed; null where it stands for nothing.
	* @param what that is needed: `service`, `component`, `domain`
	* @param path of the place, whose last key says what for
	*/
	misnamed(what, name, path) {
		const problem = this.explained(what, name, path);
		return problem === null ? null : asTyped(problem, /(?:\]|\.of|^entry|\.component)$/.test(path));
	}
	explained(what, name, path) {
		const use = /([^.[\]]+)(?:\[\d+\])?$/.exec(path)?.[1] ?? "";
		const list = this.listed(what, name);
		if (list !== null) return messages.listInOne(name, list);
		const member = /^(.+)(?:\.active|\[[^\]]*\])$/s.exec(name)?.[1];
		if (member !== void 0 && what === "service" && this.find(member)?.is === "service") return messages.memberNamed(name, member);
		if (use === "copies" && /^\d+$/.test(name)) return messages.countNamed(use, name, "domains");
		if (use === "hits" && /^(?:all|any|everything|\*)$/i.test(name)) return messages.allNamed(name, oneOrList(this.services.map((service) => service.name)));
		const thing = this.find(name);
		if (thing === null || thing.is === what) return null;
		switch (thing.is) {
			case "domain":
				if (use === "hits") return messages.hitsDomain(name);
				return messages.misnamed(name, `a domain (${thing.kind})`, what === "service" ? `'in: ${name}' places a service there` : null);
			case "kind": return messages.misnamed(name, "a kind of domain", use === "in" ? `'across: ${name}' spreads over all of them` : null, what === "domain" ? oneOrList(thing.domains) : null);
			case "component": return what === "service" ? messages.misnamed(name, "a component", thing.services.length > 0 ? "name what is made of it" : `put a service around it, as in '${name}-service: { component: ${name} }'`, oneOrList(thing.services)) : messages.misnamed(name, "a component", null);
			case "service": return messages.misnamed(name, "a service", what === "component" && thing.component !== null ? `it is made of '${thing.component}'` : null, what === "component" ? thing.component : null);
			default: return messages.misnamed(name, thing.is === "experiment" ? "an experiment" : `a ${thing.is}`, thing.is === "shock" ? "it strikes by itself what its 'hits' names" : null);
		}
	}
	/** `a, b` in one text, where each is known: the list of them. */
	listed(what, text) {
		const parts = text.split(/\s*[,;]\s*|\s+and\s+|\s+/);
		return parts.length > 1 && parts.length <= 8 && parts.every((part) => this.find(part)?.is === what) ? `[${parts.join(", ")}]` : null;
	}
	find(name) {
		const service = this.services.find((each) => each.name === name);
		const isComponent = (called) => valueOr(this.fields.components, []).some((each) => each.name === called);
		if (service !== void 0) return {
			is: "service",
			component: isComponent(componentOf(service)) ? componentOf(service) : null
		};
		if (isComponent(name)) return {
			is: "component",
			services: this.services.filter((each) => componentOf(each) === name).map((each) => each.name)
		};
		const domain = this.tree.list.find((each) => each.name === name);
		if (domain !== void 0) return {
			is: "domain",
			kind: domain.kind
		};
		if (valueOr(this.fields.shocks, []).some((each) => each.name === name)) return { is: "shock" };
		const ofKind = this.tree.list.filter(({ kind }) => kind === name).map((each) => each.name);
		if (ofKind.length > 0) return {
			is: "kind",
			domains: ofKind
		};
		if (this.parameters.includes(name)) return { is: "parameter" };
		return valueOr(this.fields.experiments, []).some((each) => each.name === name) ? { is: "experiment" } : null;
	}
};
function componentOf({ field }) {
	return field.ok ? valueOr(field.value.fields.component, null) : null;
}
// src/model/resolve/entry.ts
/** The services that put another one into sites, by name: what may have been meant where that one was named. */
function putIntoSitesBy(service, drafts, stacks) {
	return drafts.flatMap(({ name }, i) => stacks[i].has(service) ? [name] : []);
}
/** The entry service: the one named, else the only one that nothing needs. 0 where that is an error. */
function resolveEntry(fields, root, named, { graph, broken }, services, report) {
	const certain = fields.services?.ok === true;
	if (fields.entry !== void 0) return certain ? Math.max(0, services.find(fields.entry)) : 0;
	if (!certain || broken || named.length === 0) return 0;
	const pointedAt = new Set(graph.flat());
	const free = named.flatMap((_, i) => pointedAt.has(i) ? [] : [i]);
	if (free.length === 1) return free[0];
	if (named.length === 1) return 0;
	const candidates = (free.length > 0 ? free : named.map((_, i) => i)).map((i) => named[i].name);
	report.error(root, messages.noEntry(candidates));
	return 0;
}
// src/model/experiments/target.ts
/** The things that an experiment may strike, by all their names. */
var Targets = class {
	model;
	nearest;
	domains;
	/** All copies of a service by its name as written, and each by its own. */
	services = /* @__PURE__ */ new Map();
	constructor(model, nearest) {
		this.model = model;
		this.nearest = nearest;
		this.domains = new Map(model.domains.map(({ name }, i) => [name, i]));
		const copies = /* @__PURE__ */ new Map();
		model.services.forEach(({ name, written }, i) => {
			this.services.set(name, [i]);
			const known = copies.get(written);
			if (known === void 0) copies.set(written, [i]);
			else known.push(i);
		});
		for (const [written, all] of copies) this.services.set(written, all);
	}
	find(text, what) {
		return what === "fail" ? this.failing(text) : this.corrupted(text);
	}
	failing(text) {
		const domain = this.domains.get(text);
		if (domain !== void 0) return {
			kind: "domain",
			text,
			domain
		};
		const services = this.services.get(text);
		if (services !== void 0) return this.hasMembers(services) ? {
			kind: "service",
			text,
			services
		} : messages.nothingToFail(text);
		return this.active(text) ?? this.member(text) ?? this.misnamed(text) ?? messages.unknown("domain or service", text, this.nearest(text, this.names()));
	}
	/** `db.active` */
	active(text) {
		const name = /^(.*)\.active$/s.exec(text)?.[1];
		const services = name === void 0 ? void 0 : this.services.get(name);
		if (name === void 0 || services === void 0) return null;
		if (!this.hasMembers(services)) return messages.nothingToFail(name);
		const { mode, sites, placement } = this.model.services[services[0]];
		if (mode !== "active-active") return {
			kind: "active",
			text,
			services
		};
		return messages.noneActive(name, sites === null ? `${name}[0]` : `${name}[${this.model.domains[placement[0]]?.name ?? "0"}]`);
	}
	/** `db[1]`, `shop[us-west-2]` */
	member(text) {
		const [, name, which] = /^(.*)\[([^\]]*)\]$/s.exec(text) ?? [];
		const services = name === void 0 ? void 0 : this.services.get(name);
		if (services === void 0) return null;
		if (!this.hasMembers(services)) return messages.nothingToFail(name);
		const first = this.model.services[services[0]];
		if (first.sites !== null) return this.site(text, name, which, services);
		if (/^\d{1,9}$/.test(which) && Number(which) < first.placement.length) return {
			kind: "member",
			text,
			services,
			replica: Number(which)
		};
		return messages.noSuchMember(name, which, first.placement.length);
	}
	site(text, name, which, services) {
		const domains = services.flatMap((service) => this.model.services[service].placement);
		const domain = this.domains.get(which) ?? (/^\d{1,9}$/.test(which) && services.length === 1 ? domains[Number(which)] : void 0);
		if (domain !== void 0 && domains.includes(domain)) return {
			kind: "domain",
			text,
			domain
		};
		const names = domains.map((site) => this.model.domains[site].name);
		return messages.noSuchSite(name, which, this.nearest(which, names));
	}
	corrupted(text) {
		const services = this.services.get(text);
		if (services !== void 0) return this.hasMembers(services) ? {
			kind: "corrupt",
			text,
			services
		} : messages.nothingToCorrupt(text);
		if (this.domains.has(text)) return messages.misnamed(text, "a domain", "'fail' strikes it, with 'data: lost' where its data goes as well; 'corrupt' names services");
		return this.misnamed(text) ?? messages.unknown("service", text, this.nearest(text, this.services.keys()));
	}
	/** What is no target, and yet something: a shock, a component, a kind of domain, a failure mode, a role. */
	misnamed(text) {
		const { shocks, components, domains, services } = this.model;
		const shock = shocks.find(({ name }) => name === text);
		if (shock !== void 0) return messages.failsShock(text, oneOrList([...new Set(shock.hits.map((service) => services[service].written))]));
		const component = components.findIndex(({ name }) => name === text);
		if (component >= 0) return messages.misnamed(text, "a component", "name what is made of it", oneOrList([...new Set(services.filter((each) => each.component === component).map(({ written }) => written))]));
		const ofKind = domains.filter(({ kind }) => kind === text).map(({ name }) => name);
		if (ofKind.length > 0) return messages.misnamed(text, "a kind of domain", "name one", ofKind[0]);
		const [, name, role] = /^(.*)\.([a-z]+)$/s.exec(text) ?? [];
		if (name !== void 0 && this.services.has(name)) {
			if (/^(?:primary|leader|master|main)$/.test(role)) return messages.memberMeant(text, `${name}.active`);
			if (/^(?:standby|replica|secondary|slave|passive|follower)$/.test(role)) return messages.memberMeant(text, `${name}[1]`);
		}
		const mode = text.slice(text.lastIndexOf("/") + 1);
		const domain = domains.find(({ name: each, failures }) => (text === mode || text === `${each}/${mode}`) && failures.some((failure) => failure.name === mode));
		if (domain !== void 0) return messages.misnamed(text, "a failure mode", "name what fails by it", domain.name);
		const made = components.findIndex(({ name: each, failures }) => (text === mode || text === `${each}/${mode}`) && failures.some((failure) => failure.name === mode));
		const service = made < 0 ? void 0 : services.find((each) => each.component === made);
		return service === void 0 ? null : messages.misnamed(text, "a failure mode", "name what fails by it", service.written);
	}
	hasMembers(services) {
		return services.some((service) => this.model.services[service].placement.length > 0);
	}
	*names() {
		yield* this.domains.keys();
		yield* this.services.keys();
		for (const [name, services] of this.services) if (hasActive(this.model.services[services[0]])) yield `${name}.active`;
	}
};
function hasActive({ mode, placement }) {
	return mode !== "active-active" && placement.length > 0;
}
// src/model/experiments/experiment.ts
/** One after the other. What is corrupted is lost in any case. */
function inSequence(strikes, afterSeconds, losesData) {
	return strikes.map(({ target, down }, i) => ({
		target,
		delaySeconds: i * afterSeconds,
		down,
		losesData: losesData && target.kind !== "corrupt"
	}));
}
/** How long a target stays failed: as told, else as its first failure mode has it; null where it has none. */
function durationOf(model, target, told) {
	if (target.kind === "corrupt") return {
		kind: "constant",
		value: 0
	};
	return told ?? failuresOf(model, target)[0]?.down ?? null;
}
function failuresOf({ domains, components, services }, target) {
	if (target.kind === "domain") return domains[target.domain].failures;
	const { sites, placement, component } = services[target.services[0]];
	if (sites !== null) return domains[placement[0]]?.failures ?? [];
	return components[component]?.failures ?? [];
}
// src/model/resolve/experiments.ts
/**
* The model's questions. `settled`: what it says of services and domains is sound, so that what is not there is
* missing.
*/
function resolveExperiments({ experiments }, model, settled, report) {
	const targets = new Targets(model, (word, candidates) => report.nearest(word, candidates));
	const known = /* @__PURE__ */ new Map();
	let count = 0;
	return valueOr(experiments, []).map(({ name, at, field }) => {
		const fields = field.ok ? field.value.fields : {};
		const fail = valueOr(fields.fail, []);
		const corrupt = valueOr(fields.corrupt, []);
		count += fail.length + corrupt.length;
		if (count > MODEL_LIMITS.injections) {
			report.error(at, messages.tooManyInjections(MODEL_LIMITS.injections));
			return {
				name,
				steps: []
			};
		}
		tooLong(fields, fail.length + corrupt.length, report);
		if (field.ok && !field.value.incomplete && !isBad(fields.fail) && !isBad(fields.corrupt) && fail.length + corrupt.length === 0) report.error(at, messages.emptyExperiment());
		noEffects(fields, fail.length, corrupt.length, report);
		if (!settled) return {
			name,
			steps: []
		};
		const find = (text, what) => {
			if (!text.ok) return [];
			const key = `${what} ${text.value}`;
			const target = known.get(key) ?? targets.find(text.value, what);
			known.set(key, target);
			if (!("kind" in target)) {
				report.error(text.at, asTyped(target, text.at.path.endsWith("]")));
				return [];
			}
			const down = durationOf(model, target, valueOr(fields.for, null));
			if (down === null && !isBad(fields.for)) report.error(text.at, messages.noDuration(text.value));
			return down === null ? [] : [{
				target,
				down
			}];
		};
		return {
			name,
			steps: inSequence([...fail.flatMap((text) => find(text, "fail")), ...corrupt.flatMap((text) => find(text, "corrupt"))], valueOr(fields.after, 0), valueOr(fields.data, "kept") === "lost")
		};
	});
}
/** Whether something stays failed, or strikes so much later, that nobody waits for the end. */
function tooLong({ for: duration, after }, strikes, report) {
	const limit = MODEL_LIMITS.experimentYears * SECONDS_PER_YEAR;
	const times = [[duration, duration?.ok === true ? mean(duration.value) : 0], [after, valueOr(after, 0) * Math.max(0, strikes - 1)]];
	for (const [field, seconds] of times) if (field !== void 0 && seconds > limit) report.error(field.at, messages.experimentTooLong(formatNumber(seconds / SECONDS_PER_YEAR), formatNumber(MODEL_LIMITS.experimentYears)));
}
/** Keys that say something of what is not there. */
function noEffects({ for: duration, after, data }, failing, corrupted, report) {
	if (failing === 0 && corrupted > 0) {
		if (duration !== void 0) report.warning(duration.at, messages.noEffect("for", "corrupted data stays so until it is restored"));
		if (data !== void 0) report.warning(data.at, messages.noEffect("data", "corrupted data is lost in any case"));
	}
	if (after !== void 0 && failing + corrupted === 1) report.warning(after.at, messages.noEffect("after", "only one thing happens"));
}
// src/model/resolve/graph.ts
/**
* One circle out of each knot of nodes that reach each other, and an order in which every node that is in no
* knot, nor behind one, comes after all that point to it. Iterative: a model may be a chain of thousands.
*/
function orderGraph(graph) {
	const pointedAt = new Array(graph.length).fill(0);
	for (const targets of graph) for (const target of targets) pointedAt[target]++;
	const order = [];
	for (let i = 0; i < graph.length; i++) if (pointedAt[i] === 0) order.push(i);
	for (let next = 0; next < order.length; next++) for (const target of graph[order[next]]) if (--pointedAt[target] === 0) order.push(target);
	return {
		order,
		circles: order.length === graph.length ? [] : circles(graph)
	};
}
/** Nobody repairs more at once, and a hostile graph has more circles than time to walk them. */
const MAX_CIRCLES = 20;
/**
* Depth first: whatever points back to a node on the path closes a circle. Circles share no node: the
* others are seen once these are gone.
*/
function circles(graph) {
	const found = [];
	const taken = /* @__PURE__ */ new Set();
	const state = new Array(graph.length).fill("new");
	for (let root = 0; root < graph.length && found.length < MAX_CIRCLES; root++) {
		if (state[root] !== "new") continue;
		const path = [{
			node: root,
			next: 0
		}];
		state[root] = "open";
		while (path.length > 0 && found.length < MAX_CIRCLES) {
			const top = path[path.length - 1];
			if (top.next >= graph[top.node].length) {
				state[top.node] = "done";
				path.pop();
				continue;
			}
			const target = graph[top.node][top.next++];
			if (state[target] === "new") {
				state[target] = "open";
				path.push({
					node: target,
					next: 0
				});
			} else if (state[target] === "open" && !taken.has(target) && !taken.has(top.node)) {
				const circle = path.slice(path.findIndex(({ node }) => node === target)).map(({ node }) => node);
				if (circle.some((node) => taken.has(node))) continue;
				for (const node of circle) taken.add(node);
				found.push(circle);
			}
		}
	}
	return found;
}
/** Everything that can be reached from a node, itself included. */
function reachableFrom(graph, start) {
	const reached = /* @__PURE__ */ new Set([start]);
	for (const node of reached) for (const target of graph[node]) reached.add(target);
	return reached;
}
// src/model/resolve/data.ts
const NOW$2 = {
	kind: "constant",
	value: 0
};
const MONTH_SECONDS = 2592e3;
function resolveData({ data }) {
	if (data?.ok !== true) return null;
	const { size, "change-rate": change, cost } = data.value.fields;
	return {
		sizeBytes: valueOr(size, 0),
		changeBytesPerSecond: valueOr(change, 0),
		costPerByteSecond: valueOr(cost, 0)
	};
}
function resolveBackup({ backup }, volume, domains, report) {
	if (backup?.ok !== true) return null;
	const { fields, at } = backup.value;
	const restorable = valueOr(fields.restorable, 1);
	for (const key of [
		"backup-rate",
		"restore-rate",
		"replay-rate",
		"drill"
	]) above0(fields[key], report);
	if (fields.restorable?.ok === true && restorable === 0) report.warning(fields.restorable.at, messages.neverRestores());
	if (fields["restore-rate"] === void 0 && volume !== null && volume.sizeBytes > 0) report.warning(at, messages.restoresInNoTime(volume.sizeBytes));
	const copies = domains.findAll(valueOr(fields.copies, []), "error");
	if (fields["transfer-cost"]?.ok === true && fields["transfer-cost"].value > 0 && copies.length < 2 && !isBad(fields.copies)) report.warning(fields["transfer-cost"].at, messages.noEffect("transfer-cost", "it is paid for each copy after the first"));
	const restoreRate = valueOr(fields["restore-rate"], Infinity);
	const resolved = {
		fullSeconds: interval(fields.full, report) ?? Infinity,
		differentialSeconds: interval(fields.differential, report),
		incrementalSeconds: interval(fields.incremental, report),
		logSeconds: valueOr(fields["log-shipping"], null),
		retentionSeconds: valueOr(fields.retention, MONTH_SECONDS),
		backupRate: valueOr(fields["backup-rate"], Infinity),
		restoreRate,
		replayRate: valueOr(fields["replay-rate"], restoreRate),
		provision: valueOr(fields.provision, NOW$2),
		copies,
		restorable,
		drillSeconds: valueOr(fields.drill, null),
		costPerByteSecond: valueOr(fields.cost, 0),
		transferCostPerByte: valueOr(fields["transfer-cost"], 0)
	};
	if (fields.full?.ok === true) {
		checkIntervals(fields, resolved, report);
		checkKept(fields, resolved, report);
		if (volume !== null) checkRates(fields, resolved, volume, report);
	}
	return resolved;
}
function interval(field, report) {
	if (field?.ok !== true) return null;
	const every = typeof field.value === "number" ? {
		ok: true,
		value: field.value,
		at: field.at
	} : field.value.fields.every;
	above0(every, report);
	return valueOr(every, null);
}
function above0(field, report) {
	if (field?.ok === true && field.value === 0) report.error(field.at, messages.notZero());
}
/** A backup is of use only with the full one that it builds upon, and only while both are kept. */
function checkIntervals(fields, backup, report) {
	const full = backup.fullSeconds;
	const others = [
		["differential", backup.differentialSeconds],
		["incremental", backup.incrementalSeconds],
		["log-shipping", backup.logSeconds]
	];
	for (const [key, seconds] of others) {
		const at = fields[key]?.at;
		if (at !== void 0 && seconds !== null && seconds >= full) report.error(at, messages.notBelowFull(key, seconds, full));
	}
	if (backup.retentionSeconds < full && !isBad(fields.retention)) report.error(fields.retention?.at ?? fields.full?.at ?? {
		line: 1,
		column: 1,
		path: ""
	}, messages.retentionBelowFull(backup.retentionSeconds, full));
}
/** Whether more backups are kept at once than anybody would look through for one that restores. */
function checkKept({ full, incremental, differential, retention }, backup, report) {
	const every = Math.min(backup.fullSeconds, backup.incrementalSeconds ?? Infinity, backup.differentialSeconds ?? Infinity);
	const kept = backup.retentionSeconds / every;
	const at = retention?.at ?? incremental?.at ?? differential?.at ?? full?.at;
	if (at !== void 0 && every > 0 && kept > MODEL_LIMITS.backups) report.error(at, messages.tooManyBackups(formatNumber(kept), formatNumber(MODEL_LIMITS.backups)));
}
/** Whether each backup is done before the next one begins. */
function checkRates(fields, backup, volume, report) {
	const { sizeBytes, changeBytesPerSecond } = volume;
	const changed = (seconds) => Math.min(sizeBytes, changeBytesPerSecond * seconds);
	const { fullSeconds, differentialSeconds, incrementalSeconds, logSeconds, backupRate } = backup;
	if (!(backupRate > 0)) return;
	const kinds = [
		[
			"full",
			fullSeconds,
			sizeBytes
		],
		[
			"differential",
			differentialSeconds,
			changed(fullSeconds)
		],
		[
			"incremental",
			incrementalSeconds,
			changed(incrementalSeconds ?? 0)
		]
	];
	for (const [key, every, bytes] of kinds) {
		const at = fields[key]?.at;
		if (at !== void 0 && every !== null && every > 0 && bytes / backupRate > every) report.error(at, messages.backupTooSlow(key, bytes, backupRate, every));
	}
	if (logSeconds !== null && fields["log-shipping"] !== void 0 && changeBytesPerSecond > backupRate) report.error(fields["log-shipping"].at, messages.logTooSlow(changeBytesPerSecond, backupRate));
}
// src/model/resolve/presets.ts
const constant$1 = (seconds) => ({
	kind: "constant",
	value: seconds
});
/**
* Failover by temperature, as published (`field-notes`): hot, running and synchronous, takes seconds; warm,
* running behind an asynchronous replica, minutes; cold, switched off and restored, hours. A warm standby
* runs at half the size, which gives the 1.5 times that are quoted for it.
*/
const PRESETS$1 = {
	hot: {
		promote: constant$1(10),
		passiveCostShare: 1
	},
	warm: {
		promote: constant$1(300),
		passiveCostShare: .5
	},
	cold: {
		promote: constant$1(7200),
		passiveCostShare: 0
	}
};
/** Without `standby` nothing is assumed: promotion takes no time, and a passive member costs what an active does. */
const NO_PRESET = {
	promote: constant$1(0),
	passiveCostShare: 1
};
// src/model/resolve/redundancy.ts
const NOW$1 = {
	kind: "constant",
	value: 0
};
const RETRY = {
	kind: "constant",
	value: 900
};
/** Keys that do not fit the service's mode, or a service without members. */
function checkKeys(keys, mode, modeGiven, hasMembers, report) {
	for (const [name, at] of keys) {
		const { modes, ofMembers } = serviceShape.keys[name];
		if (!hasMembers) {
			if (ofMembers === true) report.error(at, messages.needsComponent(name));
		} else if (modes !== void 0 && !modes.includes(mode)) report.error(at, messages.otherMode(name, modes, mode, !modeGiven));
	}
}
/** The one of several places where a key may stand in which it does; a second one is an error. */
function once(name, report, ...fields) {
	const given = fields.flatMap(([where, field]) => field === void 0 ? [] : [{
		where,
		field
	}]);
	given.sort((a, b) => a.field.at.line - b.field.at.line || a.field.at.column - b.field.at.column);
	for (const { where, field } of given.slice(1)) report.error(field.at, messages.givenTwice(`${where}${name}`, `${given[0].where}${name}`, given[0].field.at.line));
	return given[0]?.field;
}
/** `mode` is null where it is wrong: then nothing is said of what fits it. */
function resolveHealthCheck(service, mode, report) {
	const record = service["health-check"]?.ok === true ? service["health-check"].value : null;
	const fields = record?.fields ?? {};
	const slowStart = once("slow-start", report, ["", service["slow-start"]], ["health-check.", fields["slow-start"]]);
	if (record === null && slowStart === void 0) return null;
	if (fields["slow-start"] !== void 0 && mode !== null && mode !== "active-active") report.error(fields["slow-start"].at, messages.otherMode("slow-start", ["active-active"], mode, false));
	if (mode === "quorum" && record !== null) report.warning(record.at, messages.noEffect("health-check", "a quorum notices by itself, which takes `elect`"));
	if (fields.interval?.ok === true && fields.interval.value === 0) report.warning(fields.interval.at, messages.zeroInterval());
	return {
		intervalSeconds: valueOr(fields.interval, 0),
		timeoutSeconds: valueOr(fields.timeout, 0),
		unhealthyThreshold: valueOr(fields["unhealthy-threshold"], 3),
		healthyThreshold: valueOr(fields["healthy-threshold"], 2),
		slowStart: valueOr(slowStart, NOW$1)
	};
}
function resolveReplication(service, mode, report) {
	const failover = service.failover?.ok === true ? service.failover.value.fields : {};
	const record = service.replication?.ok === true ? service.replication.value : null;
	const fields = record?.fields ?? {};
	const maxLag = once("max-lag", report, ["replication.", fields["max-lag"]], ["failover.", failover["max-lag"]]);
	if (record === null) {
		if (maxLag !== void 0 && !isBad(service.replication)) report.error(maxLag.at, messages.maxLagWithoutReplication());
		return null;
	}
	const among = mode === "active-active" && (service.of !== void 0 || service.data !== void 0);
	if (mode !== null && mode !== "active-passive" && !among) report.warning(record.at, messages.noEffect("replication", `it feeds the standbys of an active-passive service, this one is ${mode}`));
	const how = valueOr(fields.mode, "async");
	if (fields.mode?.ok === true && how !== "sync" && fields.strict !== void 0) report.error(fields.strict.at, messages.strictNotSync(how));
	if (fields.mode?.ok === true && how === "sync") {
		const why = "with synchronous replication a standby that is behind is not promoted";
		if (fields.lag !== void 0) report.warning(fields.lag.at, messages.noEffect("lag", why));
		if (maxLag !== void 0) report.warning(maxLag.at, messages.noEffect("max-lag", why));
	}
	return {
		mode: how,
		lag: valueOr(fields.lag, NOW$1),
		maxLagSeconds: valueOr(maxLag, Infinity),
		strict: valueOr(fields.strict, false),
		transferCostPerByte: valueOr(fields["transfer-cost"], 0)
	};
}
/** What `standby` fills in. */
function presetOf({ standby }) {
	return standby?.ok === true ? PRESETS$1[standby.value] : NO_PRESET;
}
/** How a failover goes; the time of a promotion that is unsaid comes from `standby`. */
function resolveFailover(service, report) {
	const fields = service.failover?.ok === true ? service.failover.value.fields : {};
	const replication = service.replication?.ok === true ? service.replication.value.fields : {};
	const rebuild = once("rebuild", report, ["", service.rebuild], ["failover.", fields.rebuild], ["replication.", replication.rebuild]);
	const failback = once("failback", report, ["", service.failback], ["failover.", fields.failback]);
	const falsePositive = once("false-positive", report, ["", service["false-positive"]], ["failover.", fields["false-positive"]]);
	if (fields.success?.ok === true && fields.success.value === 0) report.warning(fields.success.at, messages.neverSucceeds());
	if (valueOr(fields.success, 1) < 1 && fields.retry?.ok === true && isConstantZero(fields.retry.value)) report.error(fields.retry.at, messages.retriesInNoTime());
	return {
		detect: valueOr(fields.detect, null),
		decide: valueOr(fields.decide, NOW$1),
		promote: valueOr(fields.promote, presetOf(service).promote),
		redirect: redirection(fields.redirect),
		success: valueOr(fields.success, 1),
		retry: valueOr(fields.retry, RETRY),
		rebuild: valueOr(rebuild, NOW$1),
		failback: moveBack(failback),
		falsePositive: falsePositive?.ok === true ? valueOr(falsePositive.value.fields.mtbf, null) : null
	};
}
function redirection(field) {
	if (field?.ok !== true) return {
		kind: "delay",
		delay: NOW$1
	};
	return "fields" in field.value ? {
		kind: "dns",
		ttlSeconds: valueOr(field.value.fields["dns-ttl"], 0)
	} : {
		kind: "delay",
		delay: field.value
	};
}
function moveBack(field) {
	if (field?.ok !== true || field.value === "never") return null;
	if (field.value === "auto") return {
		after: NOW$1,
		takes: null
	};
	return {
		after: valueOr(field.value.fields.after, NOW$1),
		takes: valueOr(field.value.fields.takes, null)
	};
}
// src/model/resolve/strategy.ts
const DAY = 86400;
const constant = (value) => ({
	kind: "constant",
	value
});
/**
* The four published strategies (AWS, Disaster Recovery of Workloads on AWS, 2021; `field-notes`: RTO of hours, tens of
* minutes, 5 to 15 minutes, about 0; cost 1.1, up to 1.5, 1.5 and 2 times). What is promoted is a site: building its
* servers takes half an hour, switching them on from images 20 minutes, scaling up what runs already 4.
*/
const PRESETS = {
	"backup-restore": {
		mode: "active-passive",
		standby: "cold",
		promoteSeconds: 1800,
		replicated: false,
		cost: {
			data: 0,
			others: 0
		}
	},
	"pilot-light": {
		mode: "active-passive",
		standby: "cold",
		promoteSeconds: 1200,
		replicated: true,
		cost: {
			data: 1,
			others: 0
		}
	},
	"warm-standby": {
		mode: "active-passive",
		standby: "warm",
		promoteSeconds: 240,
		replicated: true,
		cost: {
			data: 1,
			others: .5
		}
	},
	"active-active": {
		mode: "active-active",
		replicated: true
	}
};
/** A health check every 10 s and the third one decides, as Route 53 does at its fastest, and DNS answers of 60 s. */
const DETECT = constant(90);
const TTL_SECONDS = 60;
/** A person: minutes to assess and to trigger, longer one time in twenty. */
const DECIDE = {
	kind: "lognormal",
	median: 180,
	p95: 420
};
/** Between regions: about a second, which a bad day makes twenty. */
const LAG = {
	kind: "lognormal",
	median: 1,
	p95: 20
};
/**
* What a strategy makes of the running cost in standby sites; null where it says nothing, or the author's `standby`
* does.
*/
function strategyCost(fields) {
	const { strategy, standby } = fields;
	return strategy?.ok === true && standby === void 0 ? PRESETS[strategy.value].cost ?? null : null;
}
/** What a service says together with what its strategy fills in; whatever the author gave stays as it is. */
function withStrategy(fields, report) {
	const { strategy, mode } = fields;
	if (strategy?.ok === false) return {
		...fields,
		mode: mode ?? strategy
	};
	if (strategy === void 0) return fields;
	const { at, value } = strategy;
	const preset = PRESETS[value];
	if (mode?.ok === true && mode.value !== preset.mode) report.error(mode.at, messages.strategyMode(value, preset.mode, mode.value));
	return {
		...fields,
		mode: fields.mode?.ok === true && fields.mode.value !== preset.mode ? {
			ok: false,
			at: fields.mode.at
		} : fields.mode ?? given(preset.mode, at),
		...preset.replicated ? { replication: fields.replication ?? given(record(at, {
			mode: given("async", at),
			lag: given(LAG, at)
		}), at) } : {},
		...preset.mode === "active-active" ? serving(fields, at) : standingBy(fields, preset, at)
	};
}
function serving(fields, at) {
	const check = {
		interval: given(10, at),
		"unhealthy-threshold": given(3, at),
		"healthy-threshold": given(3, at)
	};
	return {
		"health-check": fields["health-check"] ?? given(record(at, check), at),
		retry: fields.retry ?? given(true, at)
	};
}
function standingBy(fields, preset, at) {
	if (fields.failover?.ok === false) return {};
	const own = fields.failover?.value;
	const filled = {
		...fields["health-check"] === void 0 ? { detect: given(DETECT, at) } : {},
		decide: given(DECIDE, at),
		...fields.standby === void 0 ? { promote: given(constant(preset.promoteSeconds ?? 0), at) } : {},
		redirect: given(record(at, { "dns-ttl": given(TTL_SECONDS, at) }), at),
		...own?.fields
	};
	return {
		standby: fields.standby ?? (preset.standby === void 0 ? void 0 : given(preset.standby, at)),
		failover: given(own === void 0 ? record(at, filled) : {
			...own,
			fields: filled
		}, fields.failover?.at ?? at)
	};
}
/** What backup and restore fills in where nothing in the sites is backed up: a copy every night, kept for a month. */
function strategyBackup(at) {
	return { backup: given(record(at, {
		full: given(DAY, at),
		retention: given(30 * DAY, at),
		provision: given(constant(600), at)
	}), at) };
}
/** What it fills in where no service holds any data either. */
function strategyData(at) {
	return { data: given(record(at, { size: given(0, at) }), at) };
}
function given(value, at) {
	return {
		ok: true,
		value,
		at
	};
}
function record(at, fields) {
	return {
		at,
		fields,
		keys: /* @__PURE__ */ new Map(),
		incomplete: false
	};
}
// src/model/resolve/running-cost.ts
/** What `running-cost`, `standby` and `strategy` say, in this order. */
function resolveCostShares(fields, index, { services, stacks }, report) {
	const field = fields["running-cost"];
	const given = field?.ok === true ? field.value : null;
	const preset = presetOf(fields).passiveCostShare;
	if (typeof given === "number") return {
		all: given,
		of: () => given
	};
	const { field: written } = services[index];
	const strategy = strategyCost(written.ok ? written.value.fields : {});
	const otherwise = (service) => {
		if (strategy === null) return preset;
		const { field: other } = services[service];
		return other.ok && other.value.fields.data !== void 0 ? strategy.data : strategy.others;
	};
	if (given === null || field === void 0) return {
		all: null,
		of: otherwise
	};
	if (fields.of === void 0) {
		if (fields.sites === void 0 && fields.mode?.ok === true && fields.mode.value === "active-passive") report.error(field.at, messages.costsWithoutOf());
		return {
			all: null,
			of: otherwise
		};
	}
	const shares = /* @__PURE__ */ new Map();
	const byName = new Map([...stacks[index]].map((service) => [services[service].name, service]));
	for (const { name, at, field: share } of given) {
		const service = byName.get(name);
		if (service !== void 0) shares.set(service, valueOr(share, 1));
		else if (byName.size > 0) report.error(at, messages.notInStack(name, report.nearest(name, byName.keys())));
	}
	return {
		all: null,
		of: (service) => shares.get(service) ?? otherwise(service)
	};
}
// src/model/resolve/sited.ts
/** Keys that say of members what `sites` and the services in the sites say. */
const INSTEAD = {
	component: "its members are copies: give the component to the service that `of` names, or to one that this one needs",
	replicas: "it has one copy in each of its sites; replicas within a site belong to the services that stand there",
	across: "`sites` says where its copies stand, and takes a kind of domain as well, as in `sites: zone`",
	in: "`sites` says where its copies stand"
};
/** Whether `of`, `sites` and `strategy` go together, and with the other keys. */
function checkSited({ at: whole, fields, keys, incomplete }, links, { services, links: all }, report) {
	const { of, sites, strategy } = fields;
	if (of === void 0 && sites === void 0) {
		if (strategy !== void 0 && !incomplete) report.error(keys.get("strategy") ?? whole, messages.strategyWithoutOf());
		return;
	}
	if (!incomplete && sites === void 0) report.error(keys.get("of") ?? whole, messages.ofWithoutSites());
	if (!incomplete && of === void 0) report.error(keys.get("sites") ?? whole, messages.sitesWithoutOf());
	for (const [key, why] of Object.entries(INSTEAD)) {
		const at = keys.get(key);
		if (at !== void 0) report.error(at, messages.besideSites(key, why));
	}
	if (of?.ok === true && links.of >= 0 && all[links.of].fixed) report.error(of.at, messages.ofFixed(services[links.of].name));
}
function resolveSites(fields, at, { domains, kinds }, report) {
	const { sites } = fields;
	if (sites?.ok === true && sites.value.length === 0) report.error(sites.at, messages.noSites());
	const seen = /* @__PURE__ */ new Set();
	let unknown = sites === void 0 || isBad(sites);
	for (const site of valueOr(sites, [])) {
		if (!site.ok) {
			unknown = true;
			continue;
		}
		const domain = domains.indexOf(site.value);
		const named = domain >= 0 ? domain : kinds.has(site.value) ? site.value : null;
		if (named === null) {
			domains.unknown(site.value, site.at, kinds);
			unknown = true;
			continue;
		}
		if (seen.has(named)) report.error(site.at, messages.listedTwice(site.value));
		seen.add(named);
	}
	return {
		at: sites?.at ?? at,
		named: [...seen],
		unknown
	};
}
// src/model/resolve/volume.ts
function fieldsOf(service, { services }) {
	const { field } = services[service];
	return field.ok ? field.value.fields : {};
}
/** The services in a stack that say something of their own by a key. */
function inStack(key, index, around) {
	return [...around.stacks[index]].filter((service) => fieldsOf(service, around)[key] !== void 0);
}
/** The fields of a service whose strategy lives by its backups, with such backups where nobody has given any. */
function fillBackup(fields, index, around, report) {
	const { strategy } = fields;
	if (strategy?.ok !== true || strategy.value !== "backup-restore") return fields;
	if (fields.backup !== void 0 || inStack("backup", index, around).length > 0) return fields;
	const backup = strategyBackup(strategy.at);
	if (fields.data !== void 0 || inStack("data", index, around).length > 0) return {
		...fields,
		...backup
	};
	report.warning(strategy.at, messages.restoresNothing());
	return {
		...fields,
		...backup,
		...strategyData(strategy.at)
	};
}
/** How much a service's backups hold: its own data, and with sites that of all in a site without backups of its own. */
function volumeOf(fields, index, around) {
	const sets = [fields, ...inStack("data", index, around).map((service) => fieldsOf(service, around)).filter(({ backup }) => backup === void 0)].filter(({ data }) => data !== void 0);
	if (sets.length === 0 || sets.some(({ data }) => data?.ok !== true || data.value.fields.size?.ok !== true)) return null;
	const all = sets.map((each) => resolveData(each));
	return {
		sizeBytes: all.reduce((sum, set) => sum + (set?.sizeBytes ?? 0), 0),
		changeBytesPerSecond: all.reduce((sum, set) => sum + (set?.changeBytesPerSecond ?? 0), 0)
	};
}
/** Whether a service backs up what is not there: neither it nor, with sites, anything in them holds data. */
function backsUpNothing(fields, index, around) {
	return fields.backup !== void 0 && fields.data === void 0 && inStack("data", index, around).length === 0;
}
// src/model/resolve/services.ts
const NOW = {
	kind: "constant",
	value: 0
};
function resolveService(index, around, report) {
	const { name, at, field } = around.services[index];
	const links = around.links[index];
	const given = field.ok ? field.value.fields : {};
	const sited = given.of !== void 0 || given.sites !== void 0;
	if (field.ok) checkSited(field.value, links, around, report);
	const fields = sited ? fillBackup(withStrategy(given, report), index, around, report) : given;
	const hasComponent = given.component !== void 0 && !sited;
	const hasMembers = hasComponent || sited;
	const mode = valueOr(fields.mode, "active-active");
	const knownMode = isBad(fields.mode) ? null : mode;
	const settled = field.ok && knownMode !== null && (hasMembers || !field.value.incomplete);
	if (settled) checkKeys(field.value.keys, mode, fields.mode !== void 0, hasMembers, report);
	if (settled && !hasMembers && given.needs === void 0 && given.wants === void 0) report.warning(at, messages.nothingInService());
	const replicas = valueOr(fields.replicas, 1);
	const passive = mode === "active-passive" && hasMembers;
	if (passive && hasComponent && replicas === 1 && !isBad(fields.replicas)) report.warning(at, messages.oneReplicaPassive());
	if (hasMembers && fields.backup?.ok === true && backsUpNothing(fields, index, around)) report.error(field.ok ? field.value.keys.get("backup") ?? at : at, messages.backupWithoutData(sited));
	const costShares = resolveCostShares(fields, index, around, report);
	return {
		name,
		at,
		fields,
		service: {
			written: name,
			component: hasComponent && given.component !== void 0 ? around.components.find(given.component) : -1,
			mode: hasMembers ? mode : "active-active",
			belowRequired: valueOr(fields["below-required"], "down"),
			retry: valueOr(fields.retry, false),
			healthCheck: hasMembers ? resolveHealthCheck(fields, knownMode, report) : null,
			failover: passive ? resolveFailover(fields, report) : null,
			replication: hasMembers ? resolveReplication(fields, knownMode, report) : null,
			elect: valueOr(fields.elect, NOW),
			passiveCostShare: passive && hasComponent ? costShares.all ?? presetOf(fields).passiveCostShare : 1,
			costPerSecond: valueOr(fields.cost, 0),
			data: resolveData(fields),
			backup: resolveBackup(fields, volumeOf(fields, index, around), around.domains, report)
		},
		links,
		replicas: hasComponent ? replicas : 0,
		wish: {
			at: fields.in?.at ?? at,
			in: fields.in === void 0 ? "inherit" : isBad(fields.in) ? "unknown" : placedIn(fields, around.domains),
			across: fields.across?.ok === true && !sited ? {
				kind: fields.across.value,
				at: fields.across.at
			} : null
		},
		sites: sited ? resolveSites(given, at, around, report) : null,
		costShares
	};
}
function placedIn(fields, domains) {
	const named = valueOr(fields.in, []);
	const found = domains.findAll(named);
	return found.length === 0 && named.length > 0 ? "unknown" : found;
}
/** k of n, and whether there can ever be so many. */
function resolveRequired(fields, mode, { are, count, at, known }, report) {
	const majority = Math.floor(count / 2) + 1;
	const certain = known && !isBad(fields.mode);
	if (mode === "active-passive") return 1;
	if (mode === "quorum" && certain && count % 2 === 0 && at !== null) report.warning(at, messages.evenQuorum(count, are));
	const otherwise = mode === "quorum" ? majority : 1;
	if (fields.required?.ok !== true) return otherwise;
	const required = fields.required.value;
	if (certain && required > count) report.error(fields.required.at, messages.requiredAbove(required, count, are));
	else if (certain && mode === "quorum" && required < majority) report.warning(fields.required.at, messages.smallQuorum(required, count));
	return required;
}
// src/model/resolve/instances.ts
/** The services as they stand, each with its members in their places. */
function resolveInstances(copies, making) {
	const { drafts, stacks, scopes, placer, crowded, report } = making;
	const indices = new Map(copies.instances.map((instance, i) => [instance, i]));
	const indexOf = (instance) => instance === void 0 ? 0 : indices.get(instance) ?? 0;
	const names = /* @__PURE__ */ new Set();
	return copies.instances.map((instance) => {
		const { name: written, at, service, links, wish, replicas, sites } = drafts[instance.written];
		const { site } = instance;
		const name = `${written}${site.suffix}`;
		if (names.has(name)) report.error(at, messages.copyName(name));
		names.add(name);
		const scope = site.around === null ? scopes[instance.written] : site.scope;
		return {
			...service,
			name,
			placement: sites !== null ? instance.domains : placer.place(wish, scope, crowded ? 0 : replicas),
			sites: sites === null ? null : instance.copies.map(indexOf),
			required: requiredOf(instance, drafts[instance.written], report),
			siteCostShare: siteCostShare(instance, drafts, stacks),
			inFirstSite: isInFirstSite(instance, stacks),
			needs: links.needs.map((target) => indexOf(copies.meantBy(instance, target))),
			wants: links.wants.map(({ service: target, without }) => ({
				service: indexOf(copies.meantBy(instance, target)),
				without
			}))
		};
	});
}
function requiredOf({ domains }, { fields, service: { mode }, replicas, sites }, report) {
	if (sites !== null) {
		const members = {
			are: "sites",
			count: domains.length,
			at: sites.at,
			known: !sites.unknown && domains.length > 0
		};
		if (mode === "active-passive" && members.known && domains.length === 1) report.warning(sites.at, messages.oneSitePassive());
		return resolveRequired(fields, mode, members, report);
	}
	if (replicas === 0) return 0;
	return resolveRequired(fields, mode, {
		are: "replicas",
		count: replicas,
		at: fields.replicas?.at ?? null,
		known: !isBad(fields.replicas)
	}, report);
}
// src/model/resolve/links.ts
function resolveLinks({ field }, services, report) {
	const fields = field.ok ? field.value.fields : {};
	const needs = services.findAll(valueOr(fields.needs, []));
	return {
		needs,
		wants: valueOr(fields.wants, []).flatMap(({ name, at, field: share }) => {
			const service = services.find({
				ok: true,
				value: name,
				at
			});
			if (service < 0) return [];
			if (needs.includes(service)) report.error(at, messages.needsAndWants(name));
			return [{
				service,
				without: valueOr(share, 1)
			}];
		}),
		of: fields.of === void 0 ? -1 : services.find(fields.of),
		fixed: fields.in !== void 0
	};
}
/** Whom each service needs or wants. */
function dependencies(links) {
	return links.map(({ needs, wants }) => [.../* @__PURE__ */ new Set([...needs, ...wants.map(({ service }) => service)])]);
}
/** The same, and what its copies are copies of. */
function withCopies(graph, links) {
	return graph.map((targets, i) => links[i].of < 0 || targets.includes(links[i].of) ? targets : [...targets, links[i].of]);
}
// src/model/resolve/names.ts
/** Names of one sort of thing, and the index of each. */
var Names = class {
	what;
	incomplete;
	report;
	directory;
	indices = /* @__PURE__ */ new Map();
	list = [];
	missing = false;
	constructor(what, names, incomplete, report, directory) {
		this.what = what;
		this.incomplete = incomplete;
		this.report = report;
		this.directory = directory;
		for (const name of names) {
			this.indices.set(name, this.list.length);
			this.list.push(name);
		}
	}
	/** Whether anything was asked for that is not there. */
	get missed() {
		return this.missing;
	}
	/** The index of what a field names; −1 where it names nothing, which is reported. */
	find(field) {
		const index = field.ok ? this.indices.get(field.value) : void 0;
		if (index !== void 0) return index;
		this.missing = true;
		if (!field.ok) return -1;
		this.unknown(field.value, field.at);
		return -1;
	}
	/** The index of a name, −1 where there is none: nothing is reported. */
	indexOf(name) {
		return this.indices.get(name) ?? -1;
	}
	/** Reports a name that means nothing, with the nearest of these and of some others. */
	unknown(name, at, others = []) {
		this.missing = true;
		if (this.incomplete) return;
		const misnamed = this.directory.misnamed(this.what, name, at.path);
		if (misnamed !== null) {
			this.report.error(at, misnamed);
			return;
		}
		this.report.error(at, messages.unknown(this.what, name, this.report.nearest(name, chained(this.indices.keys(), others))));
	}
	nameOf(index) {
		return this.list[index];
	}
	/** The indices of what a list names: each once, without those that are wrong. */
	findAll(fields, twice = "warning") {
		const found = /* @__PURE__ */ new Set();
		for (const field of fields) {
			const index = this.find(field);
			if (index < 0 || !field.ok) continue;
			if (found.has(index)) this.report[twice](field.at, messages.listedTwice(field.value));
			found.add(index);
		}
		return [...found];
	}
};
function* chained(first, second) {
	yield* first;
	yield* second;
}
// src/model/resolve/placement.ts
/** How much the inherited scopes of all services may hold together. */
const MAX_SCOPE_ENTRIES = 2e6;
/**
* The scope of each service: its own `in`, or the union of the scopes of all that need or want it.
* `order` puts those first; services that are not in it stand in or behind a circle.
*/
function resolveScopes(wishes, graph, order) {
	const inherited = wishes.map(() => ({
		domains: /* @__PURE__ */ new Set(),
		unknown: false
	}));
	const scopes = wishes.map(() => null);
	let budget = MAX_SCOPE_ENTRIES;
	for (const service of order) {
		const wish = wishes[service].in;
		if (wish === "inherit") scopes[service] = inherited[service].unknown ? null : [...inherited[service].domains];
		else scopes[service] = wish === "unknown" ? null : wish;
		const scope = scopes[service];
		for (const target of graph[service]) {
			if (wishes[target].in !== "inherit") continue;
			budget -= scope?.length ?? 0;
			if (scope === null || budget < 0) inherited[target].unknown = true;
			else for (const domain of scope) inherited[target].domains.add(domain);
		}
	}
	return scopes;
}
/** Spreads the replicas of a service round robin over its domains; −1 stands outside all of them. */
var Placer = class {
	tree;
	report;
	kinds;
	spreads = /* @__PURE__ */ new Map();
	constructor(tree, report) {
		this.tree = tree;
		this.report = report;
		this.kinds = new Set(tree.list.map(({ kind }) => kind));
	}
	place(wish, scope, replicas) {
		const domains = this.spread(wish, scope);
		return Array.from({ length: replicas }, (_, i) => domains.length === 0 ? -1 : domains[i % domains.length]);
	}
	spread({ across }, scope) {
		if (across === null) return scope ?? [];
		if (!this.kinds.has(across.kind)) {
			const domain = this.tree.list.find(({ name }) => name === across.kind);
			if (domain !== void 0) this.report.error(across.at, messages.kindNeeded(domain.name, domain.kind));
			else if (!this.tree.incomplete) this.report.error(across.at, messages.noDomainOfKind(across.kind, null, this.report.nearest(across.kind, this.kinds)));
			return [];
		}
		if (scope === null) return [];
		const found = this.ofKind(scope, across.kind);
		if (found.length === 0 && !this.tree.incomplete) {
			const where = scope.map((domain) => `'${this.tree.list[domain].name}'`).slice(0, 5).join(", ");
			const below = new Set(scope.flatMap((domain) => this.tree.list.slice(domain, Math.min(this.tree.end[domain], domain + 100)).map(({ kind }) => kind)));
			this.report.error(across.at, messages.noDomainOfKind(across.kind, where, this.report.nearest(across.kind, below)));
		}
		return found;
	}
	ofKind(scope, kind) {
		const key = scope.length === 0 ? WHOLE_TREE : scope;
		let byKind = this.spreads.get(key);
		if (byKind === void 0) this.spreads.set(key, byKind = /* @__PURE__ */ new Map());
		let found = byKind.get(kind);
		if (found === void 0) byKind.set(kind, found = domainsOfKind(this.tree, scope, kind));
		return found;
	}
};
const WHOLE_TREE = [];
// src/model/resolve/size.ts
/** Whether the services are too many by themselves; reported where their number passes the limit. */
function tooManyServices(named, report) {
	if (named.length <= MODEL_LIMITS.services) return false;
	report.error(named[MODEL_LIMITS.services].at, messages.tooManyServices(named.length, MODEL_LIMITS.services));
	return true;
}
/** Whether the members are too many even to be listed; reported where their number passes the limit. */
function tooManyMembers(instances, drafts, report) {
	const counts = instances.map(({ written, domains }) => drafts[written].replicas + domains.length);
	let sum = 0;
	for (let i = 0; i < counts.length; i++) {
		const before = sum;
		sum += counts[i];
		if (before <= MODEL_LIMITS.members && sum > MODEL_LIMITS.members) {
			const all = counts.reduce((a, b) => a + b, 0);
			report.error(drafts[instances[i].written].at, messages.tooManyMembers(all, MODEL_LIMITS.members));
			return true;
		}
	}
	return false;
}
/**
* Whether the services' answers, written out as `compile/answers.ts` does, take too much room: what is needed counts
* once in each answer, but a wanted service brings its own answer along wherever it is wanted, so that a few dozen that
* fork and meet again can be a million. There are no circles. `written` says where each service stands in the text.
*/
function checkDependencies(services, written, report) {
	const needs = services.map((service) => service.needs);
	const { order } = orderGraph(services.map((service) => [
		...service.needs,
		...service.wants.map((want) => want.service),
		...service.sites ?? []
	]));
	const sizes = new Array(services.length).fill(0);
	let sum = 0;
	let largest = order[0];
	for (const service of [...order].reverse()) {
		for (const needed of reachableFrom(needs, service)) {
			sizes[service]++;
			for (const want of services[needed].wants) sizes[service] += 2 + sizes[want.service];
		}
		sum += sizes[service];
		if (sizes[service] >= sizes[largest]) largest = service;
	}
	if (sum > MODEL_LIMITS.dependencies) report.error(written[largest].at, messages.tooManyDependencies(formatNumber(sum), formatNumber(MODEL_LIMITS.dependencies)));
}
/** Whether more time is asked for than can be simulated. */
function checkTimes(simulation, report) {
	if (simulation?.ok !== true) return;
	const { years, "warm-up": warmUp } = simulation.value.fields;
	if (years?.ok === true && years.value > MODEL_LIMITS.years) report.error(years.at, messages.tooManyYears(formatNumber(years.value), formatNumber(MODEL_LIMITS.years)));
	if (warmUp?.ok === true && warmUp.value > MODEL_LIMITS.warmUpYears * 31557600) report.error(warmUp.at, messages.warmUpTooLong(formatNumber(warmUp.value / SECONDS_PER_YEAR), formatNumber(MODEL_LIMITS.warmUpYears)));
}
/**
* Whether so much happens in one year that even that would take minutes: failures, each member that a shock strikes,
* promotions that are tried again and again.
*/
function checkSize(model, root, report) {
	const perYear = (failures) => failures.reduce((sum, { up, down }) => sum + SECONDS_PER_YEAR / (mean(up) + mean(down)), 0);
	const componentRates = model.components.map(({ failures }) => perYear(failures));
	let events = model.domains.reduce((sum, { failures }) => sum + perYear(failures), 0);
	for (const shock of model.shocks) {
		const members = shock.hits.reduce((sum, service) => sum + model.services[service].placement.length, 0);
		events += perYear([shock]) * (1 + members);
	}
	const around = model.domains.reduce((sum, { failures }) => sum + perYear(failures), perYear(model.shocks));
	const longest = Math.max(0, ...[...model.components, ...model.domains].flatMap(({ failures }) => failures.map(({ down }) => mean(down))), ...model.shocks.map(({ down }) => mean(down)));
	for (const { component, placement, failover, backup } of model.services) {
		if (component >= 0) events += placement.length * componentRates[component];
		if (failover !== null) events += attemptsPerYear(failover, longest, around + (component < 0 ? 0 : placement.length * componentRates[component]));
		if (backup?.drillSeconds) events += SECONDS_PER_YEAR / backup.drillSeconds;
		if (failover?.falsePositive) events += SECONDS_PER_YEAR / mean(failover.falsePositive);
	}
	if (events > MODEL_LIMITS.failuresPerYear) report.error(root, messages.tooManyEvents(formatNumber(events), formatNumber(MODEL_LIMITS.failuresPerYear)));
}
/**
* At most this often a promotion is tried in a year: after each failure until it succeeds or what failed is repaired.
* @param failures a year of its members, and of all that could strike them
*/
function attemptsPerYear({ success, retry, promote }, longestRepair, failures) {
	if (success >= 1) return 0;
	const gap = mean(retry) + mean(promote);
	return Math.min(SECONDS_PER_YEAR / gap, failures * Math.min(1 / success, longestRepair / gap));
}
// src/model/resolve/stacks.ts
const NOTHING$1 = /* @__PURE__ */ new Set();
/**
* For each service that works on sites what stands in each of them: the service that `of` names and all that this one
* needs or wants, but for what has an `in` of its own, which all sites share. Sites within a site count with their
* stacks.
*/
function resolveStacks(graph, links) {
	return links.map(({ of }) => {
		if (of < 0 || links[of].fixed) return NOTHING$1;
		const stack = /* @__PURE__ */ new Set([of]);
		for (const service of stack) for (const target of graph[service]) if (!links[target].fixed) stack.add(target);
		return stack;
	});
}
// src/model/resolve/suspicions-data.ts
/** What is hardly meant of data and backups, service by service as they are written. */
function suspectData(model, whole, report) {
	const { drafts, stacks, copies, tree } = whole;
	const instances = drafts.map(() => []);
	copies.instances.forEach(({ written }, i) => instances[written].push(i));
	drafts.forEach(({ at, fields, service, replicas, sites, links }, written) => {
		const own = instances[written].map((i) => model.services[i]);
		if (own.length === 0) return;
		const stack = [...stacks[written]].map((each) => drafts[each]);
		const holds = fields.data !== void 0 || stack.some((each) => each.fields.data !== void 0);
		const backedUp = service.backup !== null || stack.some((each) => each.service.backup !== null) || instances[written].some((i) => around(copies.instances[i], whole).some(hasBackup));
		const several = sites === null ? replicas > 1 : own.some(({ placement }) => placement.length > 1);
		if (holds && service.mode === "active-passive" && several && service.replication === null && !backedUp) report.warning(fields.data?.at ?? (links.of < 0 ? at : fields.of?.at ?? at), messages.sharedData(sites !== null));
		if (service.backup !== null && fields.backup !== void 0) {
			const shared = sharedFate(own.flatMap(({ placement }) => placement), service.backup.copies, tree);
			const copiesAt = fields.backup.ok ? fields.backup.value.fields.copies?.at ?? fields.backup.at : fields.backup.at;
			if (shared >= 0) report.warning(copiesAt, messages.backupsInOnePlace(tree.list[shared].kind, tree.list[shared].name, elsewhere(shared, tree)));
		}
		if (fields.data === void 0 || service.backup !== null || sites !== null) return;
		const lost = instances[written].map((i) => lostFor(i, copies.instances[i], model, whole)).find((name) => name !== null);
		if (lost !== void 0 && lost !== null) report.warning(fields.data.at, messages.permanentLoss(lost));
	});
}
/** The innermost domain that can fail with all of these in it; −1 where there is none. */
function sharedFate(members, copies, tree) {
	if (copies.length === 0 || members.length === 0 || members.includes(-1)) return -1;
	const all = [.../* @__PURE__ */ new Set([...members, ...copies])];
	for (let domain = all[0]; domain >= 0; domain = tree.list[domain].parent) if (tree.list[domain].failures.length > 0 && all.every((each) => isWithin(tree, each, domain))) return domain;
	return -1;
}
/** The first domain outside of another, of its kind where there is one: its own failure leaves the other alone. */
function elsewhere(domain, tree) {
	const apart = tree.list.filter((_, i) => !isWithin(tree, i, domain) && !isWithin(tree, domain, i));
	const root = outermost(domain, tree);
	const far = apart.filter(({ name }) => !isWithin(tree, tree.list.findIndex((each) => each.name === name), root));
	return ((far.length > 0 ? far : apart)[0] ?? null)?.name ?? null;
}
function outermost(domain, { list }) {
	let at = domain;
	while (list[at].parent >= 0) at = list[at].parent;
	return at;
}
/** A failure by itself that destroys all data of a service that nothing backs up or holds elsewhere; null: none. */
function lostFor(index, instance, model, whole) {
	const service = model.services[index];
	if (isHeldElsewhere(instance, model, whole)) return null;
	const shock = model.shocks.find(({ losesData, hits }) => losesData && hits.includes(index));
	if (shock !== void 0) return `the shock '${shock.name}'`;
	if (service.placement.length === 1) {
		const mode = model.components[service.component].failures.find(({ losesData }) => losesData);
		if (mode !== void 0) return `'${mode.name}'`;
	}
	return domainThatLoses(service, model, whole.tree);
}
function domainThatLoses({ placement }, { domains }, tree) {
	for (let domain = placement[0] ?? -1; domain >= 0; domain = domains[domain].parent) {
		const mode = domains[domain].failures.find(({ losesData }) => losesData);
		if (mode !== void 0 && placement.every((each) => isWithin(tree, each, domain))) return `'${mode.name}' of '${domains[domain].name}'`;
	}
	return null;
}
/** A service that works on sites around it backs it up, or replicates it to another of its sites. */
function isHeldElsewhere(instance, model, whole) {
	return around(instance, whole).some((service) => hasBackup(service) || hasReplication(service) && severalSites(service, model));
}
/** The services that work on the sites in which a copy stands, as they are written. */
function around({ site, written }, { drafts, stacks }) {
	const found = [];
	for (let at = site; at.around !== null; at = at.around) for (const { service } of at.owners) if (stacks[service].has(written)) found.push(drafts[service]);
	return found;
}
const hasBackup = ({ service }) => service.backup !== null;
const hasReplication = ({ service }) => service.replication !== null;
function severalSites({ name }, { services }) {
	return services.some(({ written, placement }) => written === name && placement.length > 1);
}
// src/model/resolve/suspicions-experiments.ts
/** Experiments that strike what the entry does not depend on. */
function suspectExperiments(model, { fields, tree }, report) {
	if (model.experiments.length === 0) return;
	const { services, entry } = model;
	const reached = reachableFrom(services.map(({ needs, wants, sites }) => [
		...needs,
		...wants.map(({ service }) => service),
		...sites ?? []
	]), entry);
	const places = /* @__PURE__ */ new Set();
	for (const service of reached) for (const domain of services[service].placement) places.add(domain);
	const known = /* @__PURE__ */ new Map();
	const matters = (target) => {
		const answer = known.get(target) ?? (target.kind === "domain" ? [...places].some((domain) => isWithin(tree, domain, target.domain)) : target.services.some((service) => reached.has(service)));
		known.set(target, answer);
		return answer;
	};
	valueOr(fields.experiments, []).forEach(({ field }, i) => {
		if (!field.ok) return;
		const texts = [...valueOr(field.value.fields.fail, []), ...valueOr(field.value.fields.corrupt, [])];
		model.experiments[i].steps.forEach(({ target }, step) => {
			if (!matters(target)) report.warning(texts[step].at, messages.experimentMisses(target.text, services[entry].name));
			const wandering = step > 0 ? void 0 : wanderer(target, model, reached, tree);
			if (wandering !== void 0) report.warning(texts[step].at, messages.rolesWander(target.text, wandering.name, wandering.sites !== null));
		});
	});
}
/**
* A service whose first member is what an experiment strikes, while others stand elsewhere and nothing makes the first
* the active again: in some runs somebody else is, and the fault strikes a standby.
*/
function wanderer(target, { services }, reached, tree) {
	const strikes = (i) => target.kind === "domain" && services[i].placement.some((domain) => domain >= 0 && isWithin(tree, domain, target.domain));
	const found = services.find((service, i) => {
		const { mode, failover, placement } = service;
		if (!reached.has(i) || mode !== "active-passive" || failover === null || failover.failback !== null || placement.length < 2) return false;
		if (target.kind === "member") return target.services.includes(i) && target.replica === 0;
		if (target.kind !== "domain") return false;
		const struck = placement.map((domain) => domain >= 0 && isWithin(tree, domain, target.domain));
		return struck[0] && struck.includes(false);
	});
	if (found === void 0 || target.kind !== "domain") return found;
	const standsIn = reachableFrom(services.map(({ needs, wants, sites }) => [
		...needs,
		...wants.map(({ service }) => service),
		...sites ?? []
	]), services.indexOf(found));
	return [...reached].some((i) => strikes(i) && !(found.sites !== null && standsIn.has(i)) && services[i] !== found) ? void 0 : found;
}
// src/model/resolve/suspicions-redundancy.ts
/** Less often than this nobody notices the requests that fail until a health check has seen why. */
const BLIPS_PER_YEAR = .1;
/**
* What is hardly meant of members, service by service as they are written; only of what the entry cannot do without.
*/
function suspectRedundancy(model, { drafts, copies, tree, scopes }, report) {
	const { services, entry } = model;
	const needed = reachableFrom(services.map(({ needs, sites }) => [...needs, ...sites ?? []]), entry);
	const said = /* @__PURE__ */ new Set();
	services.forEach((service, i) => {
		const { written, site } = copies.instances[i];
		if (said.has(written) || service.sites !== null || !needed.has(i)) return;
		const { fields, at } = drafts[written];
		const unnoticed = failsUnnoticed(service, model);
		const scope = site.around !== null ? site.scope : scopes[written];
		const crowded = scope === null ? null : crowdedDomain(service, scope, model, tree);
		if (unnoticed !== null) report.warning(fields["health-check"]?.at ?? at, unnoticed);
		if (crowded !== null) report.warning(fields.across?.at ?? at, crowded);
		if (unnoticed !== null || crowded !== null) said.add(written);
		if (site.around === null) alone(i, model, tree, (message) => report.warning(fields.in?.at ?? at, message));
	});
}
/** One failed member takes more requests with it, until it is noticed, than may fail. */
function failsUnnoticed({ mode, healthCheck, retry, placement, component, required }, { components, sla }) {
	const count = placement.length;
	if (mode !== "active-active" || healthCheck === null || retry || required >= count || !(1 / count > sla.errorRate)) return null;
	const { intervalSeconds, unhealthyThreshold, timeoutSeconds } = healthCheck;
	if (!(intervalSeconds * (unhealthyThreshold - .5) + timeoutSeconds > 0)) return null;
	const perYear = count * ratePerYear(components[component].failures);
	return perYear < BLIPS_PER_YEAR ? null : messages.failsUntilNoticed(count, sla.errorRate, perYear);
}
function ratePerYear(failures) {
	return failures.reduce((sum, { up, down }) => sum + SECONDS_PER_YEAR / (mean(up) + mean(down)), 0);
}
/**
* The domain that holds more members than the service can lose, where an even spread over the domains of its kind would
* not: `across: node` where the first nodes are all in one zone. Only within the one domain in which the service is
* placed, and below it: where that is was chosen.
*/
function crowdedDomain({ placement, mode, required, belowRequired }, scope, { domains }, tree) {
	const count = placement.length;
	const spare = mode === "active-passive" ? count - 1 : count - required;
	if (spare < 1 || belowRequired === "degraded" || scope.length > 1 || placement.includes(-1)) return null;
	const isBelow = (domain) => scope.length === 0 || domain !== scope[0] && isWithin(tree, domain, scope[0]);
	const held = /* @__PURE__ */ new Map();
	for (const member of placement) for (let at = member; at >= 0; at = domains[at].parent) held.set(at, (held.get(at) ?? 0) + 1);
	const kinds = new Set(placement.map((each) => domains[each].kind));
	const hasRoom = (domain) => tree.list.slice(domain, tree.end[domain]).some(({ kind }) => kinds.has(kind));
	for (const [domain, members] of held) {
		if (members <= spare || domains[domain].failures.length === 0 || !isBelow(domain)) continue;
		const { kind, name } = domains[domain];
		const all = domains.flatMap((each, i) => each.kind === kind && isBelow(i) && hasRoom(i) ? [i] : []);
		const fewest = Math.ceil(count / all.length);
		if (fewest <= spare) return messages.crowded(kind, name, members, count, spare, fewest);
	}
	return null;
}
/**
* A service of which all members stand in one domain, while one that needs it is spread so that it survives that one.
*/
function alone(index, model, tree, warn) {
	const { services, domains } = model;
	const { placement, name } = services[index];
	const [first = -1] = placement;
	if (first < 0) return;
	const above = services.filter(({ needs }) => needs.includes(index));
	for (let domain = first; domain >= 0; domain = domains[domain].parent) {
		const { kind, failures, name: called } = domains[domain];
		if (failures.length === 0 || !placement.every((each) => isWithin(tree, each, domain))) continue;
		const spread = above.find((other) => {
			const outside = other.placement.filter((each) => each < 0 || !isWithin(tree, each, domain)).length;
			return other.sites === null && outside >= other.required && outside < other.placement.length && outside > 0;
		});
		if (spread !== void 0) return warn(messages.standsAlone(name, kind, called, spread.name));
	}
}
// src/model/resolve/suspicions.ts
/** What is legal and yet hardly meant. Of a model without errors: only then does what nothing uses mean anything. */
function findSuspicions(model, whole, parameters, report) {
	const { named, fields, tree, graph, copies, drafts, writtenEntry } = whole;
	for (const { name, at } of parameters.unused()) report.warning(at, messages.unusedParameter(name));
	const needed = reachableFrom(graph, writtenEntry);
	named.forEach(({ name, at }, i) => {
		if (!needed.has(i) && copies.outside(i) !== void 0) report.warning(at, messages.unneededService(name, named[writtenEntry].name));
	});
	const used = new Set(model.services.map(({ component }) => component));
	valueOr(fields.components, []).forEach(({ name, at }, i) => {
		if (!used.has(i)) report.warning(at, messages.unusedComponent(name));
	});
	unusedDomains(model, tree, report);
	sitesWithinSites(model, whole, report);
	model.services.forEach((service, i) => {
		if (service.replication?.mode !== "sync" || service.mode === "quorum") return;
		const { fields: given, at } = drafts[copies.instances[i].written];
		if (service.mode === "active-active" && service.sites === null && service.data === null) return;
		const regions = new Set(service.placement.map((domain) => enclosing(tree, domain, "region")));
		if (regions.size < 2) return;
		const names = [...regions].map((region) => region < 0 ? "none" : tree.list[region].name);
		report.warning(given.replication?.at ?? at, messages.syncAcrossRegions(names));
	});
	suspectRedundancy(model, whole, report);
	suspectData(model, whole, report);
	suspectExperiments(model, whole, report);
}
/** Sites of one service of which one lies in another. */
function sitesWithinSites({ services }, { copies, drafts, tree }, report) {
	services.forEach(({ sites, placement }, i) => {
		if (sites === null) return;
		const all = new Set(placement);
		for (const domain of placement) for (let at = tree.list[domain].parent; at >= 0; at = tree.list[at].parent) {
			if (!all.has(at)) continue;
			const { sites: wish, at: name } = drafts[copies.instances[i].written];
			report.warning(wish?.at ?? name, messages.siteWithinSite(tree.list[domain].name, tree.list[at].name));
			break;
		}
	});
}
/** Domains in which, or below which, neither a member nor a backup is placed: the outermost ones. */
function unusedDomains(model, tree, report) {
	const used = /* @__PURE__ */ new Set();
	for (const { placement, backup } of model.services) for (const domain of [...placement, ...backup?.copies ?? []]) for (let at = domain; at >= 0 && !used.has(at); at = tree.list[at].parent) used.add(at);
	tree.list.forEach(({ name, kind, parent }, i) => {
		if (!used.has(i) && (parent < 0 || used.has(parent))) report.warning(tree.places[i], messages.unusedDomain(kind, name));
	});
}
// src/model/resolve/model.ts
/**
* From what was read to what it means. Reports everything that does not fit together; the result counts only if nothing
* was.
*/
function resolveModel(fields, root, parameters, identity, report) {
	const tree = resolveDomains(fields.domains, report);
	const components = resolveComponents(fields, report);
	const named = valueOr(fields.services, []);
	const directory = new Directory(fields, named, tree, parameters.values().map(({ name }) => name));
	const known = {
		services: new Names("service", named.map(({ name }) => name), isBad(fields.services), report, directory),
		components: new Names("component", components.map(({ name }) => name), isBad(fields.components), report, directory),
		domains: new Names("domain", tree.list.map(({ name }) => name), tree.incomplete, report, directory)
	};
	if (fields.services?.ok === true && named.length === 0) report.error(fields.services.at, messages.noServices());
	const links = named.map((service) => resolveLinks(service, known.services, report));
	const needed = dependencies(links);
	const graph = withCopies(needed, links);
	const { order, circles } = orderGraph(graph);
	for (const circle of circles) {
		const [first] = circle;
		report.error(dependencyLocation(named[first], named[circle[1] ?? first].name), messages.dependencyCycle([...circle, first].map((i) => named[i].name)));
	}
	const countless = tooManyServices(named, report);
	const stacks = countless ? named.map(() => /* @__PURE__ */ new Set()) : resolveStacks(graph, links);
	const kinds = new Set(tree.list.map(({ kind }) => kind));
	const around = {
		...known,
		kinds,
		services: named,
		links,
		stacks
	};
	const drafts = named.map((_, i) => resolveService(i, around, report));
	const scopes = resolveScopes(drafts.map(({ wish }) => wish), needed, order);
	const copies = copyIntoSites({
		drafts,
		stacks,
		scopes,
		tree,
		broken: circles.length > 0 || countless
	}, report);
	const crowded = countless || tooManyMembers(copies.instances, drafts, report);
	const services = resolveInstances(copies, {
		drafts,
		stacks,
		scopes,
		placer: new Placer(tree, report),
		crowded,
		report
	});
	const shocks = resolveShocks(fields, known.services, drafts, copies, report);
	const broken = circles.length > 0 || known.services.missed || named.some(({ field }) => !field.ok || field.value.incomplete || hasBadLinks(field.value.fields));
	const entry = resolveEntry(fields, root, named, {
		graph,
		broken
	}, known.services, report);
	const entryAt = copies.instances.findIndex((instance) => instance === copies.outside(entry));
	if (entryAt < 0 && !report.hasErrors) report.error(fields.entry?.at ?? root, messages.entryInSites(named[entry].name, putIntoSitesBy(entry, drafts, stacks)));
	const plain = {
		...identity,
		description: valueOr(fields.description, ""),
		currency: valueOr(fields.currency, "USD"),
		parameters: Object.fromEntries(parameters.values().map(({ name, value, text }) => [name, value.kind === "quantity" ? value.quantity.value : text])),
		domains: tree.list,
		components,
		shocks,
		services,
		entry: Math.max(0, entryAt),
		experiments: [],
		...resolveGoals(fields, report)
	};
	const whole = {
		fields,
		tree,
		graph,
		named,
		drafts,
		stacks,
		copies,
		scopes,
		writtenEntry: entry
	};
	if (!report.hasErrors) checkDependencies(services, copies.instances.map(({ written }) => named[written]), report);
	if (!report.hasErrors) checkSize(plain, root, report);
	const model = {
		...plain,
		experiments: resolveExperiments(fields, plain, !broken && copies.instances.length > 0 && !tree.incomplete && !isBad(fields.components), report)
	};
	if (!report.hasErrors) findSuspicions(model, whole, parameters, report);
	return {
		model,
		layouts: drafts.map(({ wish }, i) => ({
			wish,
			scope: scopes[i]
		})),
		whole
	};
}
/** What it says of other services cannot be read. */
function hasBadLinks({ needs, wants, of }) {
	return isBad(needs) || isBad(wants) || isBad(of);
}
function resolveComponents(fields, report) {
	return valueOr(fields.components, []).map(({ name, field }) => {
		const component = field.ok ? field.value.fields : {};
		return {
			name,
			failures: resolveFailures(component.failures, report),
			restart: valueOr(component.restart, {
				kind: "constant",
				value: 0
			}),
			costPerSecond: valueOr(component.cost, 0)
		};
	});
}
function resolveShocks(fields, services, drafts, copies, report) {
	const instances = drafts.map(() => []);
	copies.instances.forEach(({ written }, i) => instances[written].push(i));
	return valueOr(fields.shocks, []).map(({ name, field }) => {
		const shock = field.ok ? field.value.fields : {};
		const named = valueOr(shock.hits, []);
		if (shock.hits?.ok === true && named.length === 0) report.error(shock.hits.at, messages.emptyHits());
		const hits = services.findAll(named);
		for (const target of named) if (target.ok && hits.some((i) => drafts[i].replicas === 0 && drafts[i].name === target.value)) report.error(target.at, messages.hitsNothing(target.value));
		return {
			name,
			...resolveFailure(field, report),
			hits: hits.flatMap((i) => instances[i]),
			probability: valueOr(shock.probability, 1)
		};
	});
}
/** Where a service says that it needs, or wants, another, or works on copies of it. */
function dependencyLocation(service, other) {
	const fields = service.field.ok ? service.field.value.fields : {};
	const needed = valueOr(fields.needs, []).find((field) => field.ok && field.value === other);
	const of = fields.of?.ok === true && fields.of.value === other ? fields.of.at : void 0;
	return needed?.at ?? valueOr(fields.wants, []).find(({ name }) => name === other)?.at ?? of ?? service.at;
}
function resolveGoals(fields, report) {
	const targets = fields.targets?.ok === true ? fields.targets.value.fields : {};
	const losses = fields.losses?.ok === true ? fields.losses.value.fields : {};
	const sla = fields.sla?.ok === true ? fields.sla.value.fields : {};
	const simulation = fields.simulation?.ok === true ? fields.simulation.value.fields : {};
	const budget = valueOr(targets.budget, null);
	checkTimes(fields.simulation, report);
	const errorRate = sla["error-rate"];
	if (errorRate?.ok === true && errorRate.value === 1) report.warning(errorRate.at, messages.neverDown());
	return {
		targets: {
			availability: valueOr(targets.availability, null),
			rtoSeconds: valueOr(targets.rto, null),
			rpoSeconds: valueOr(targets.rpo, null),
			budgetPerYear: budget === null ? null : Number((budget * SECONDS_PER_YEAR).toPrecision(15))
		},
		losses: {
			downtimePerSecond: valueOr(losses.downtime, 0),
			dataPerSecond: valueOr(losses.data, 0)
		},
		sla: { errorRate: valueOr(errorRate, .05) },
		simulation: {
			years: valueOr(simulation.years, 1e4),
			seed: valueOr(simulation.seed, "1"),
			warmUpSeconds: valueOr(simulation["warm-up"], SECONDS_PER_YEAR)
		}
	};
}
// src/model/scope/parameters.ts
/** Parameters may use each other, which is followed by recursion. */
const MAX_PARAMETERS = 1e3;
const MAX_CHAIN = 100;
/** The model's parameters: read in whatever order they need each other. */
var Parameters = class {
	report;
	scope;
	all = /* @__PURE__ */ new Map();
	reading = [];
	used = /* @__PURE__ */ new Set();
	constructor(entries, currency, set, report) {
		this.report = report;
		this.scope = new Scope(currency, (name) => this.lookup(name), (word, more) => report.nearest(word, [...this.all.keys(), ...more]));
		if (entries.length > MAX_PARAMETERS) report.error(entries[MAX_PARAMETERS].at, messages.tooManyParameters(MAX_PARAMETERS));
		for (const { key, at, value } of entries.slice(0, MAX_PARAMETERS)) {
			const problem = this.nameProblem(key, currency);
			if (problem !== null) {
				report.error(at, problem);
				continue;
			}
			this.all.set(key, {
				at,
				source: value,
				set: Object.hasOwn(set, key) ? set[key] : void 0,
				uses: /* @__PURE__ */ new Set(),
				state: "unread",
				value: null,
				text: ""
			});
		}
		for (const name of Object.keys(set)) if (!entries.some(({ key }) => key === name)) report.error(locationOfSet(name), messages.unknownParameter(name, report.nearest(name, this.all.keys())));
		for (const name of this.all.keys()) this.read(name);
	}
	/** Each parameter's value, in the order written; those with errors are left out. */
	values() {
		return [...this.all].flatMap(([name, { value, text }]) => value === null ? [] : [{
			name,
			value,
			text
		}]);
	}
	/** Where the parameters stand that no value uses, directly or through other parameters. */
	unused() {
		const waiting = [...this.used];
		const reached = new Set(waiting);
		for (let name = waiting.pop(); name !== void 0; name = waiting.pop()) for (const next of this.all.get(name)?.uses ?? []) if (!reached.has(next)) {
			reached.add(next);
			waiting.push(next);
		}
		return [...this.all].filter(([name]) => !reached.has(name)).map(([name, { at }]) => ({
			name,
			at
		}));
	}
	lookup(name) {
		const parameter = this.all.get(name);
		if (parameter === void 0) return void 0;
		const user = this.reading.at(-1);
		if (user === void 0) this.used.add(name);
		else this.all.get(user)?.uses.add(name);
		if (parameter.state === "reading") {
			const cycle = this.reading.slice(this.reading.indexOf(name));
			this.report.error(parameter.at, messages.parameterCycle([...cycle, name]));
			for (const member of cycle) this.spoil(member);
		}
		if (this.reading.length > MAX_CHAIN) throw new ExpressionError(messages.parameterChain(MAX_CHAIN));
		if (parameter.state === "unread") this.read(name);
		if (parameter.value === null) throw new AlreadyReported();
		return parameter.value;
	}
	spoil(name) {
		const parameter = this.all.get(name);
		if (parameter !== void 0) parameter.state = "bad";
	}
	read(name) {
		const parameter = this.all.get(name);
		if (parameter === void 0 || parameter.state !== "unread") return;
		parameter.state = "reading";
		this.reading.push(name);
		const declared = this.declared(parameter);
		const value = parameter.set === void 0 || declared === null ? declared : this.replaced(name, parameter, declared, parameter.set);
		this.reading.pop();
		if (value === null || parameter.state === "bad") {
			parameter.state = "bad";
			return;
		}
		parameter.state = "read";
		parameter.value = value;
	}
	declared(parameter) {
		const { source } = parameter;
		if (source.type === "bad") return null;
		if (source.type === "scalar" && typeof source.value === "number") return this.number(source.value, source.at);
		if (source.type === "scalar" && typeof source.value === "string") {
			parameter.text = source.value.trim();
			return this.expression(source.value, source.at);
		}
		if (source.type === "map" && source.entries.some(({ key }) => key === "value")) {
			this.report.error(source.at, messages.laterMap("parameters", "what a parameter is, and from where to where it may go; a plain value says it for now"));
			return null;
		}
		const got = source.type === "scalar" ? describeValue(source.value) : `a ${source.type}`;
		this.report.error(source.at, messages.needs("a number, a quantity, an expression or a distribution", got));
		return null;
	}
	replaced(name, parameter, declared, set) {
		const at = locationOfSet(name);
		parameter.text = String(set).trim();
		const value = typeof set === "number" ? this.number(set, at) : this.expression(set, at);
		if (value === null) return null;
		const [wanted, given] = [dimensionOf(declared), dimensionOf(value)];
		if (isZero(declared) || sameDimension(wanted, given)) return value;
		if (isZero(value)) return {
			kind: "quantity",
			quantity: {
				value: 0,
				dimension: wanted
			}
		};
		const plain = value.kind === "quantity" && sameDimension(given, PLAIN) ? value.quantity.value : null;
		const unit = siUnit(wanted, this.scope.currency);
		const declaredText = declared.kind === "quantity" ? writeQuantity(declared.quantity, this.scope.currency) : "a distribution";
		this.report.error(at, messages.setDimension(name, `${describeDimension(wanted)} (${declaredText})`, plain === null ? `${quote(parameter.text)}, ${describeDimension(given)}` : `the plain number ${plain}`, plain === null || unit === "" ? null : `${plain} ${declaredUnit(declaredText) ?? unit}`));
		return null;
	}
	number(value, at) {
		if (Number.isFinite(value)) return {
			kind: "quantity",
			quantity: {
				value,
				dimension: PLAIN
			}
		};
		this.report.error(at, messages.notFinite(String(value)));
		return null;
	}
	expression(text, at) {
		try {
			return this.scope.evaluate(text);
		} catch (error) {
			if (error instanceof ExpressionError) this.report.error(at, doubt(text) ?? otherNotation(text, null, this.scope.currency, (other) => this.reads(other)) ?? error.problem);
			else if (!(error instanceof AlreadyReported)) throw error;
			return null;
		}
	}
	reads(text) {
		try {
			this.scope.evaluate(text);
			return true;
		} catch (error) {
			if (error instanceof ExpressionError || error instanceof AlreadyReported) return false;
			throw error;
		}
	}
	nameProblem(name, currency) {
		if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
			const repaired = name.replace(/[^A-Za-z0-9_]+/g, "_").replace(/^(?=[0-9])/, "_");
			return messages.parameterName(name, /^[A-Za-z0-9_]+$/.test(repaired) ? repaired : null);
		}
		if (findUnit(name, currency) !== void 0) return messages.parameterIsUnit(name, `${name}_`);
		if (RESERVED_WORDS.has(name) || isTakenName(name)) return messages.parameterIsReserved(name, `${name}_`);
		return null;
	}
};
/** `1 year to 8 years`: what nobody knows exactly. */
function doubt(text) {
	return /^\s*[\d.]+ ?[A-Za-z%]* to [\d.]+ ?[A-Za-z%]*\s*$/.test(text) ? messages.laterRange(text) : null;
}
/** A value from outside stands nowhere in the text. */
function locationOfSet(name) {
	return {
		line: 1,
		column: 1,
		path: `parameters.${name}`
	};
}
function dimensionOf(value) {
	return value.kind === "quantity" ? value.quantity.dimension : TIME$1;
}
function isZero(value) {
	return value.kind === "quantity" && isPlainZero(value.quantity);
}
/** The unit in which a parameter was declared: `years` of `2 years`; undefined where it is no plain quantity. */
function declaredUnit(text) {
	return /^[\d.]+ ([A-Za-z/]+)$/.exec(text)?.[1];
}
// src/model/sha256.ts
/**
* SHA-256 (FIPS 180-4) of a text's UTF-8 bytes, in hexadecimal. The platforms' own are asynchronous in the
* browser, and `parseModel` is not.
*/
function sha256(text) {
	const message = pad(new TextEncoder().encode(text));
	const hash = Uint32Array.from(INITIAL);
	const schedule = /* @__PURE__ */ new Uint32Array(64);
	for (let offset = 0; offset < message.byteLength; offset += 64) {
		for (let t = 0; t < 16; t++) schedule[t] = message.getUint32(offset + 4 * t);
		for (let t = 16; t < 64; t++) {
			const [a, b] = [schedule[t - 15], schedule[t - 2]];
			const small0 = rotate(a, 7) ^ rotate(a, 18) ^ a >>> 3;
			const small1 = rotate(b, 17) ^ rotate(b, 19) ^ b >>> 10;
			schedule[t] = schedule[t - 16] + small0 + schedule[t - 7] + small1;
		}
		compress(hash, schedule);
	}
	return Array.from(hash, (word) => word.toString(16).padStart(8, "0")).join("");
}
function compress(hash, schedule) {
	let [a, b, c, d, e, f, g, h] = hash;
	for (let t = 0; t < 64; t++) {
		const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
		const choose = e & f ^ ~e & g;
		const t1 = h + big1 + choose + ROUND[t] + schedule[t] | 0;
		const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
		const majority = a & b ^ a & c ^ b & c;
		[h, g, f, e, d, c, b, a] = [
			g,
			f,
			e,
			d + t1 | 0,
			c,
			b,
			a,
			t1 + big0 + majority | 0
		];
	}
	[
		a,
		b,
		c,
		d,
		e,
		f,
		g,
		h
	].forEach((word, i) => {
		hash[i] += word;
	});
}
/** The message, a 1 bit, zeros, and its length in bits, as a multiple of 64 bytes. */
function pad(bytes) {
	const length = Math.ceil((bytes.length + 9) / 64) * 64;
	const padded = new Uint8Array(length);
	padded.set(bytes);
	padded[bytes.length] = 128;
	const view = new DataView(padded.buffer);
	view.setUint32(length - 8, Math.floor(bytes.length / 2 ** 29));
	view.setUint32(length - 4, bytes.length * 8);
	return view;
}
function rotate(word, by) {
	return word >>> by | word << 32 - by;
}
/** The first `count` primes' roots: the first 32 bits behind the point, as the standard defines its constants. */
function rootBits(count, root) {
	const bits = [];
	for (let n = 2; bits.length < count; n++) {
		let prime = true;
		for (let k = 2; k * k <= n; k++) if (n % k === 0) prime = false;
		if (prime) bits.push(Math.floor(root(n) % 1 * 2 ** 32));
	}
	return bits;
}
const INITIAL = rootBits(8, Math.sqrt);
const ROUND = Uint32Array.from(rootBits(64, Math.cbrt));
// node_modules/yaml/dist/nodes/identity.js
var require_identity = /* @__PURE__ */ __commonJSMin(((exports) => {
	const ALIAS = Symbol.for("yaml.alias");
	const DOC = Symbol.for("yaml.document");
	const MAP = Symbol.for("yaml.map");
	const PAIR = Symbol.for("yaml.pair");
	const SCALAR = Symbol.for("yaml.scalar");
	const SEQ = Symbol.for("yaml.seq");
	const NODE_TYPE = Symbol.for("yaml.node.type");
	const isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
	const isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
	const isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
	const isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
	const isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
	const isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
	function isCollection(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case MAP:
			case SEQ: return true;
		}
		return false;
	}
	function isNode(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case ALIAS:
			case MAP:
			case SCALAR:
			case SEQ: return true;
		}
		return false;
	}
	const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;
	exports.ALIAS = ALIAS;
	exports.DOC = DOC;
	exports.MAP = MAP;
	exports.NODE_TYPE = NODE_TYPE;
	exports.PAIR = PAIR;
	exports.SCALAR = SCALAR;
	exports.SEQ = SEQ;
	exports.hasAnchor = hasAnchor;
	exports.isAlias = isAlias;
	exports.isCollection = isCollection;
	exports.isDocument = isDocument;
	exports.isMap = isMap;
	exports.isNode = isNode;
	exports.isPair = isPair;
	exports.isScalar = isScalar;
	exports.isSeq = isSeq;
}));
// node_modules/yaml/dist/visit.js
var require_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove node");
	/**
	* Apply a visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	function visit(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (visit_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else visit_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visit.SKIP = SKIP;
	/** Remove the current node */
	visit.REMOVE = REMOVE;
	function visit_(key, node, visitor, path) {
		const ctrl = callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visit_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = visit_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = visit_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = visit_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	/**
	* Apply an async visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `Promise`: Must resolve to one of the following values
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	async function visitAsync(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (await visitAsync_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else await visitAsync_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visitAsync.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visitAsync.SKIP = SKIP;
	/** Remove the current node */
	visitAsync.REMOVE = REMOVE;
	async function visitAsync_(key, node, visitor, path) {
		const ctrl = await callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visitAsync_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = await visitAsync_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = await visitAsync_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = await visitAsync_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	function initVisitor(visitor) {
		if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) return Object.assign({
			Alias: visitor.Node,
			Map: visitor.Node,
			Scalar: visitor.Node,
			Seq: visitor.Node
		}, visitor.Value && {
			Map: visitor.Value,
			Scalar: visitor.Value,
			Seq: visitor.Value
		}, visitor.Collection && {
			Map: visitor.Collection,
			Seq: visitor.Collection
		}, visitor);
		return visitor;
	}
	function callVisitor(key, node, visitor, path) {
		if (typeof visitor === "function") return visitor(key, node, path);
		if (identity.isMap(node)) return visitor.Map?.(key, node, path);
		if (identity.isSeq(node)) return visitor.Seq?.(key, node, path);
		if (identity.isPair(node)) return visitor.Pair?.(key, node, path);
		if (identity.isScalar(node)) return visitor.Scalar?.(key, node, path);
		if (identity.isAlias(node)) return visitor.Alias?.(key, node, path);
	}
	function replaceNode(key, path, node) {
		const parent = path[path.length - 1];
		if (identity.isCollection(parent)) parent.items[key] = node;
		else if (identity.isPair(parent)) {
			if (key === "key") parent.key = node;
			else parent.value = node;
		} else if (identity.isDocument(parent)) parent.contents = node;
		else {
			const pt = identity.isAlias(parent) ? "alias" : "scalar";
			throw new Error(`Cannot replace node with ${pt} parent`);
		}
	}
	exports.visit = visit;
	exports.visitAsync = visitAsync;
}));
// node_modules/yaml/dist/doc/directives.js
var require_directives = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	const escapeChars = {
		"!": "%21",
		",": "%2C",
		"[": "%5B",
		"]": "%5D",
		"{": "%7B",
		"}": "%7D"
	};
	const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
	var Directives = class Directives {
		constructor(yaml, tags) {
			/**
			* The directives-end/doc-start marker `---`. If `null`, a marker may still be
			* included in the document's stringified representation.
			*/
			this.docStart = null;
			/** The doc-end marker `...`.  */
			this.docEnd = false;
			this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
			this.tags = Object.assign({}, Directives.defaultTags, tags);
		}
		clone() {
			const copy = new Directives(this.yaml, this.tags);
			copy.docStart = this.docStart;
			return copy;
		}
		/**
		* During parsing, get a Directives instance for the current document and
		* update the stream state according to the current version's spec.
		*/
		atDocument() {
			const res = new Directives(this.yaml, this.tags);
			switch (this.yaml.version) {
				case "1.1":
					this.atNextDocument = true;
					break;
				case "1.2":
					this.atNextDocument = false;
					this.yaml = {
						explicit: Directives.defaultYaml.explicit,
						version: "1.2"
					};
					this.tags = Object.assign({}, Directives.defaultTags);
			}
			return res;
		}
		/**
		* @param onError - May be called even if the action was successful
		* @returns `true` on success
		*/
		add(line, onError) {
			if (this.atNextDocument) {
				this.yaml = {
					explicit: Directives.defaultYaml.explicit,
					version: "1.1"
				};
				this.tags = Object.assign({}, Directives.defaultTags);
				this.atNextDocument = false;
			}
			const parts = line.trim().split(/[ \t]+/);
			const name = parts.shift();
			switch (name) {
				case "%TAG": {
					if (parts.length !== 2) {
						onError(0, "%TAG directive should contain exactly two parts");
						if (parts.length < 2) return false;
					}
					const [handle, prefix] = parts;
					this.tags[handle] = prefix;
					return true;
				}
				case "%YAML": {
					this.yaml.explicit = true;
					if (parts.length !== 1) {
						onError(0, "%YAML directive should contain exactly one part");
						return false;
					}
					const [version] = parts;
					if (version === "1.1" || version === "1.2") {
						this.yaml.version = version;
						return true;
					} else {
						const isValid = /^\d+\.\d+$/.test(version);
						onError(6, `Unsupported YAML version ${version}`, isValid);
						return false;
					}
				}
				default:
					onError(0, `Unknown directive ${name}`, true);
					return false;
			}
		}
		/**
		* Resolves a tag, matching handles to those defined in %TAG directives.
		*
		* @returns Resolved tag, which may also be the non-specific tag `'!'` or a
		*   `'!local'` tag, or `null` if unresolvable.
		*/
		tagName(source, onError) {
			if (source === "!") return "!";
			if (source[0] !== "!") {
				onError(`Not a valid tag: ${source}`);
				return null;
			}
			if (source[1] === "<") {
				const verbatim = source.slice(2, -1);
				if (verbatim === "!" || verbatim === "!!") {
					onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
					return null;
				}
				if (source[source.length - 1] !== ">") onError("Verbatim tags must end with a >");
				return verbatim;
			}
			const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
			if (!suffix) onError(`The ${source} tag has no suffix`);
			const prefix = this.tags[handle];
			if (prefix) try {
				return prefix + decodeURIComponent(suffix);
			} catch (error) {
				onError(String(error));
				return null;
			}
			if (handle === "!") return source;
			onError(`Could not resolve tag: ${source}`);
			return null;
		}
		/**
		* Given a fully resolved tag, returns its printable string form,
		* taking into account current tag prefixes and defaults.
		*/
		tagString(tag) {
			for (const [handle, prefix] of Object.entries(this.tags)) if (tag.startsWith(prefix)) return handle + escapeTagName(tag.substring(prefix.length));
			return tag[0] === "!" ? tag : `!<${tag}>`;
		}
		toString(doc) {
			const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
			const tagEntries = Object.entries(this.tags);
			let tagNames;
			if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
				const tags = {};
				visit.visit(doc.contents, (_key, node) => {
					if (identity.isNode(node) && node.tag) tags[node.tag] = true;
				});
				tagNames = Object.keys(tags);
			} else tagNames = [];
			for (const [handle, prefix] of tagEntries) {
				if (handle === "!!" && prefix === "tag:yaml.org,2002:") continue;
				if (!doc || tagNames.some((tn) => tn.startsWith(prefix))) lines.push(`%TAG ${handle} ${prefix}`);
			}
			return lines.join("\n");
		}
	};
	Directives.defaultYaml = {
		explicit: false,
		version: "1.2"
	};
	Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
	exports.Directives = Directives;
}));
// node_modules/yaml/dist/doc/anchors.js
var require_anchors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	/**
	* Verify that the input string is a valid anchor.
	*
	* Will throw on errors.
	*/
	function anchorIsValid(anchor) {
		if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
			const msg = `Anchor must not contain whitespace or control characters: ${JSON.stringify(anchor)}`;
			throw new Error(msg);
		}
		return true;
	}
	function anchorNames(root) {
		const anchors = /* @__PURE__ */ new Set();
		visit.visit(root, { Value(_key, node) {
			if (node.anchor) anchors.add(node.anchor);
		} });
		return anchors;
	}
	/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
	function findNewAnchor(prefix, exclude) {
		for (let i = 1;; ++i) {
			const name = `${prefix}${i}`;
			if (!exclude.has(name)) return name;
		}
	}
	function createNodeAnchors(doc, prefix) {
		const aliasObjects = [];
		const sourceObjects = /* @__PURE__ */ new Map();
		let prevAnchors = null;
		return {
			onAnchor: (source) => {
				aliasObjects.push(source);
				prevAnchors ?? (prevAnchors = anchorNames(doc));
				const anchor = findNewAnchor(prefix, prevAnchors);
				prevAnchors.add(anchor);
				return anchor;
			},
			/**
			* With circular references, the source node is only resolved after all
			* of its child nodes are. This is why anchors are set only after all of
			* the nodes have been created.
			*/
			setAnchors: () => {
				for (const source of aliasObjects) {
					const ref = sourceObjects.get(source);
					if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) ref.node.anchor = ref.anchor;
					else {
						const error = /* @__PURE__ */ new Error("Failed to resolve repeated object (this should not happen)");
						error.source = source;
						throw error;
					}
				}
			},
			sourceObjects
		};
	}
	exports.anchorIsValid = anchorIsValid;
	exports.anchorNames = anchorNames;
	exports.createNodeAnchors = createNodeAnchors;
	exports.findNewAnchor = findNewAnchor;
}));
// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
	* in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
	* 2021 edition: https://tc39.es/ecma262/#sec-json.parse
	*
	* Includes extensions for handling Map and Set objects.
	*/
	function applyReviver(reviver, obj, key, val) {
		if (val && typeof val === "object") {
			if (Array.isArray(val)) for (let i = 0, len = val.length; i < len; ++i) {
				const v0 = val[i];
				const v1 = applyReviver(reviver, val, String(i), v0);
				if (v1 === void 0) delete val[i];
				else if (v1 !== v0) val[i] = v1;
			}
			else if (val instanceof Map) for (const k of Array.from(val.keys())) {
				const v0 = val.get(k);
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) val.delete(k);
				else if (v1 !== v0) val.set(k, v1);
			}
			else if (val instanceof Set) for (const v0 of Array.from(val)) {
				const v1 = applyReviver(reviver, val, v0, v0);
				if (v1 === void 0) val.delete(v0);
				else if (v1 !== v0) {
					val.delete(v0);
					val.add(v1);
				}
			}
			else for (const [k, v0] of Object.entries(val)) {
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) delete val[k];
				else if (v1 !== v0) val[k] = v1;
			}
		}
		return reviver.call(obj, key, val);
	}
	exports.applyReviver = applyReviver;
}));
// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	/**
	* Recursively convert any node or its contents to native JavaScript
	*
	* @param value - The input value
	* @param arg - If `value` defines a `toJSON()` method, use this
	*   as its first argument
	* @param ctx - Conversion context, originally set in Document#toJS(). If
	*   `{ keep: true }` is not set, output should be suitable for JSON
	*   stringification.
	*/
	function toJS(value, arg, ctx) {
		if (Array.isArray(value)) return value.map((v, i) => toJS(v, String(i), ctx));
		if (value && typeof value.toJSON === "function") {
			if (!ctx || !identity.hasAnchor(value)) return value.toJSON(arg, ctx);
			const data = {
				aliasCount: 0,
				count: 1,
				res: void 0
			};
			ctx.anchors.set(value, data);
			ctx.onCreate = (res) => {
				data.res = res;
				delete ctx.onCreate;
			};
			const res = value.toJSON(arg, ctx);
			if (ctx.onCreate) ctx.onCreate(res);
			return res;
		}
		if (typeof value === "bigint" && !ctx?.keep) return Number(value);
		return value;
	}
	exports.toJS = toJS;
}));
// node_modules/yaml/dist/nodes/Node.js
var require_Node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var applyReviver = require_applyReviver();
	var identity = require_identity();
	var toJS = require_toJS();
	var NodeBase = class {
		constructor(type) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: type });
		}
		/** Create a copy of this node.  */
		clone() {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** A plain JavaScript representation of this node. */
		toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			if (!identity.isDocument(doc)) throw new TypeError("A document argument is required");
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc,
				keep: true,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this, "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
	};
	exports.NodeBase = NodeBase;
}));
// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var visit = require_visit();
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	var Alias = class extends Node.NodeBase {
		constructor(source) {
			super(identity.ALIAS);
			this.source = source;
			Object.defineProperty(this, "tag", { set() {
				throw new Error("Alias nodes cannot have tags");
			} });
		}
		/**
		* Resolve the value of this alias within `doc`, finding the last
		* instance of the `source` anchor before this node.
		*/
		resolve(doc, ctx) {
			if (ctx?.maxAliasCount === 0) throw new ReferenceError("Alias resolution is disabled");
			let nodes;
			if (ctx?.aliasResolveCache) nodes = ctx.aliasResolveCache;
			else {
				nodes = [];
				visit.visit(doc, { Node: (_key, node) => {
					if (identity.isAlias(node) || identity.hasAnchor(node)) nodes.push(node);
				} });
				if (ctx) ctx.aliasResolveCache = nodes;
			}
			let found = void 0;
			for (const node of nodes) {
				if (node === this) break;
				if (node.anchor === this.source) found = node;
			}
			if (found && ctx) {
				const { anchors, doc, maxAliasCount } = ctx;
				let data = anchors.get(found);
				if (!data) {
					toJS.toJS(found, null, ctx);
					data = anchors.get(found);
				}
				/* istanbul ignore if */
				if (data?.res === void 0) throw new ReferenceError("This should not happen: Alias anchor was not resolved?");
				if (maxAliasCount >= 0) {
					data.count += 1;
					if (data.aliasCount === 0) data.aliasCount = getAliasCount(doc, found, anchors);
					if (data.count * data.aliasCount > maxAliasCount) throw new ReferenceError("Excessive alias count indicates a resource exhaustion attack");
				}
			}
			return found;
		}
		toJSON(_arg, ctx) {
			if (!ctx) return { source: this.source };
			const source = this.resolve(ctx.doc, ctx);
			if (!source) {
				const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
				throw new ReferenceError(msg);
			}
			return ctx.anchors.get(source).res;
		}
		toString(ctx, _onComment, _onChompKeep) {
			const src = `*${this.source}`;
			if (ctx) {
				anchors.anchorIsValid(this.source);
				if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
					const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
					throw new Error(msg);
				}
				if (ctx.implicitKey) return `${src} `;
			}
			return src;
		}
	};
	function getAliasCount(doc, node, anchors) {
		if (identity.isAlias(node)) {
			const source = node.resolve(doc);
			const anchor = anchors && source && anchors.get(source);
			return anchor ? anchor.count * anchor.aliasCount : 0;
		} else if (identity.isCollection(node)) {
			let count = 0;
			for (const item of node.items) {
				const c = getAliasCount(doc, item, anchors);
				if (c > count) count = c;
			}
			return count;
		} else if (identity.isPair(node)) {
			const kc = getAliasCount(doc, node.key, anchors);
			const vc = getAliasCount(doc, node.value, anchors);
			return Math.max(kc, vc);
		}
		return 1;
	}
	exports.Alias = Alias;
}));
// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	const isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
	var Scalar = class extends Node.NodeBase {
		constructor(value) {
			super(identity.SCALAR);
			this.value = value;
		}
		toJSON(arg, ctx) {
			return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
		}
		toString() {
			return String(this.value);
		}
	};
	Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
	Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
	Scalar.PLAIN = "PLAIN";
	Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
	Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
	exports.Scalar = Scalar;
	exports.isScalarValue = isScalarValue;
}));
// node_modules/yaml/dist/doc/createNode.js
var require_createNode = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var Scalar = require_Scalar();
	const defaultTagPrefix = "tag:yaml.org,2002:";
	function findTagObject(value, tagName, tags) {
		if (tagName) {
			const match = tags.filter((t) => t.tag === tagName);
			const tagObj = match.find((t) => !t.format) ?? match[0];
			if (!tagObj) throw new Error(`Tag ${tagName} not found`);
			return tagObj;
		}
		return tags.find((t) => t.identify?.(value) && !t.format);
	}
	function createNode(value, tagName, ctx) {
		if (identity.isDocument(value)) value = value.contents;
		if (identity.isNode(value)) return value;
		if (identity.isPair(value)) {
			const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
			map.items.push(value);
			return map;
		}
		if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) value = value.valueOf();
		const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
		let ref = void 0;
		if (aliasDuplicateObjects && value && typeof value === "object") {
			ref = sourceObjects.get(value);
			if (ref) {
				ref.anchor ?? (ref.anchor = onAnchor(value));
				return new Alias.Alias(ref.anchor);
			} else {
				ref = {
					anchor: null,
					node: null
				};
				sourceObjects.set(value, ref);
			}
		}
		if (tagName?.startsWith("!!")) tagName = defaultTagPrefix + tagName.slice(2);
		let tagObj = findTagObject(value, tagName, schema.tags);
		if (!tagObj) {
			if (value && typeof value.toJSON === "function") value = value.toJSON();
			if (!value || typeof value !== "object") {
				const node = new Scalar.Scalar(value);
				if (ref) ref.node = node;
				return node;
			}
			tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
		}
		if (onTagObj) {
			onTagObj(tagObj);
			delete ctx.onTagObj;
		}
		const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
		if (tagName) node.tag = tagName;
		else if (!tagObj.default) node.tag = tagObj.tag;
		if (ref) ref.node = node;
		return node;
	}
	exports.createNode = createNode;
}));
// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var identity = require_identity();
	var Node = require_Node();
	function collectionFromPath(schema, path, value) {
		let v = value;
		for (let i = path.length - 1; i >= 0; --i) {
			const k = path[i];
			if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
				const a = [];
				a[k] = v;
				v = a;
			} else v = /* @__PURE__ */ new Map([[k, v]]);
		}
		return createNode.createNode(v, void 0, {
			aliasDuplicateObjects: false,
			keepUndefined: false,
			onAnchor: () => {
				throw new Error("This should not happen, please report a bug.");
			},
			schema,
			sourceObjects: /* @__PURE__ */ new Map()
		});
	}
	const isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
	var Collection = class extends Node.NodeBase {
		constructor(type, schema) {
			super(type);
			Object.defineProperty(this, "schema", {
				value: schema,
				configurable: true,
				enumerable: false,
				writable: true
			});
		}
		/**
		* Create a copy of this collection.
		*
		* @param schema - If defined, overwrites the original's schema
		*/
		clone(schema) {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (schema) copy.schema = schema;
			copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/**
		* Adds a value to the collection. For `!!map` and `!!omap` the value must
		* be a Pair instance or a `{ key, value }` object, which may not have a key
		* that already exists in the map.
		*/
		addIn(path, value) {
			if (isEmptyPath(path)) this.add(value);
			else {
				const [key, ...rest] = path;
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.addIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
		/**
		* Removes a value from the collection.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.delete(key);
			const node = this.get(key, true);
			if (identity.isCollection(node)) return node.deleteIn(rest);
			else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			const [key, ...rest] = path;
			const node = this.get(key, true);
			if (rest.length === 0) return !keepScalar && identity.isScalar(node) ? node.value : node;
			else return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
		}
		hasAllNullValues(allowScalar) {
			return this.items.every((node) => {
				if (!identity.isPair(node)) return false;
				const n = node.value;
				return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
			});
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*/
		hasIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.has(key);
			const node = this.get(key, true);
			return identity.isCollection(node) ? node.hasIn(rest) : false;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			const [key, ...rest] = path;
			if (rest.length === 0) this.set(key, value);
			else {
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.setIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
	};
	exports.Collection = Collection;
	exports.collectionFromPath = collectionFromPath;
	exports.isEmptyPath = isEmptyPath;
}));
// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Stringifies a comment.
	*
	* Empty comment lines are left empty,
	* lines consisting of a single space are replaced by `#`,
	* and all other lines are prefixed with a `#`.
	*/
	const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
	function indentComment(comment, indent) {
		if (/^\n+$/.test(comment)) return comment.substring(1);
		return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
	}
	const lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
	exports.indentComment = indentComment;
	exports.lineComment = lineComment;
	exports.stringifyComment = stringifyComment;
}));
// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = /* @__PURE__ */ __commonJSMin(((exports) => {
	const FOLD_FLOW = "flow";
	const FOLD_BLOCK = "block";
	const FOLD_QUOTED = "quoted";
	/**
	* Tries to keep input at up to `lineWidth` characters, splitting only on spaces
	* not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
	* terminated with `\n` and started with `indent`.
	*/
	function foldFlowLines(text, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
		if (!lineWidth || lineWidth < 0) return text;
		if (lineWidth < minContentWidth) minContentWidth = 0;
		const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
		if (text.length <= endStep) return text;
		const folds = [];
		const escapedFolds = {};
		let end = lineWidth - indent.length;
		if (typeof indentAtStart === "number") {
			if (indentAtStart > lineWidth - Math.max(2, minContentWidth)) folds.push(0);
			else end = lineWidth - indentAtStart;
		}
		let split = void 0;
		let prev = void 0;
		let overflow = false;
		let i = -1;
		let escStart = -1;
		let escEnd = -1;
		if (mode === FOLD_BLOCK) {
			i = consumeMoreIndentedLines(text, i, indent.length);
			if (i !== -1) end = i + endStep;
		}
		for (let ch; ch = text[i += 1];) {
			if (mode === FOLD_QUOTED && ch === "\\") {
				escStart = i;
				switch (text[i + 1]) {
					case "x":
						i += 3;
						break;
					case "u":
						i += 5;
						break;
					case "U":
						i += 9;
						break;
					default: i += 1;
				}
				escEnd = i;
			}
			if (ch === "\n") {
				if (mode === FOLD_BLOCK) i = consumeMoreIndentedLines(text, i, indent.length);
				end = i + indent.length + endStep;
				split = void 0;
			} else {
				if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
					const next = text[i + 1];
					if (next && next !== " " && next !== "\n" && next !== "	") split = i;
				}
				if (i >= end) {
					if (split) {
						folds.push(split);
						end = split + endStep;
						split = void 0;
					} else if (mode === FOLD_QUOTED) {
						while (prev === " " || prev === "	") {
							prev = ch;
							ch = text[i += 1];
							overflow = true;
						}
						const j = i > escEnd + 1 ? i - 2 : escStart - 1;
						if (escapedFolds[j]) return text;
						folds.push(j);
						escapedFolds[j] = true;
						end = j + endStep;
						split = void 0;
					} else overflow = true;
				}
			}
			prev = ch;
		}
		if (overflow && onOverflow) onOverflow();
		if (folds.length === 0) return text;
		if (onFold) onFold();
		let res = text.slice(0, folds[0]);
		for (let i = 0; i < folds.length; ++i) {
			const fold = folds[i];
			const end = folds[i + 1] || text.length;
			if (fold === 0) res = `\n${indent}${text.slice(0, end)}`;
			else {
				if (mode === FOLD_QUOTED && escapedFolds[fold]) res += `${text[fold]}\\`;
				res += `\n${indent}${text.slice(fold + 1, end)}`;
			}
		}
		return res;
	}
	/**
	* Presumes `i + 1` is at the start of a line
	* @returns index of last newline in more-indented block
	*/
	function consumeMoreIndentedLines(text, i, indent) {
		let end = i;
		let start = i + 1;
		let ch = text[start];
		while (ch === " " || ch === "	") if (i < start + indent) ch = text[++i];
		else {
			do
				ch = text[++i];
			while (ch && ch !== "\n");
			end = i;
			start = i + 1;
			ch = text[start];
		}
		return end;
	}
	exports.FOLD_BLOCK = FOLD_BLOCK;
	exports.FOLD_FLOW = FOLD_FLOW;
	exports.FOLD_QUOTED = FOLD_QUOTED;
	exports.foldFlowLines = foldFlowLines;
}));
// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var foldFlowLines = require_foldFlowLines();
	const getFoldOptions = (ctx, isBlock) => ({
		indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
		lineWidth: ctx.options.lineWidth,
		minContentWidth: ctx.options.minContentWidth
	});
	const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
	function lineLengthOverLimit(str, lineWidth, indentLength) {
		if (!lineWidth || lineWidth < 0) return false;
		const limit = lineWidth - indentLength;
		const strLen = str.length;
		if (strLen <= limit) return false;
		for (let i = 0, start = 0; i < strLen; ++i) if (str[i] === "\n") {
			if (i - start > limit) return true;
			start = i + 1;
			if (strLen - start <= limit) return false;
		}
		return true;
	}
	function doubleQuotedString(value, ctx) {
		const json = JSON.stringify(value);
		if (ctx.options.doubleQuotedAsJSON) return json;
		const { implicitKey } = ctx;
		const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		let str = "";
		let start = 0;
		for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
			if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
				str += json.slice(start, i) + "\\ ";
				i += 1;
				start = i;
				ch = "\\";
			}
			if (ch === "\\") switch (json[i + 1]) {
				case "u":
					{
						str += json.slice(start, i);
						const code = json.substr(i + 2, 4);
						switch (code) {
							case "0000":
								str += "\\0";
								break;
							case "0007":
								str += "\\a";
								break;
							case "000b":
								str += "\\v";
								break;
							case "001b":
								str += "\\e";
								break;
							case "0085":
								str += "\\N";
								break;
							case "00a0":
								str += "\\_";
								break;
							case "2028":
								str += "\\L";
								break;
							case "2029":
								str += "\\P";
								break;
							default: if (code.substr(0, 2) === "00") str += "\\x" + code.substr(2);
							else str += json.substr(i, 6);
						}
						i += 5;
						start = i + 1;
					}
					break;
				case "n":
					if (implicitKey || json[i + 2] === "\"" || json.length < minMultiLineLength) i += 1;
					else {
						str += json.slice(start, i) + "\n\n";
						while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== "\"") {
							str += "\n";
							i += 2;
						}
						str += indent;
						if (json[i + 2] === " ") str += "\\";
						i += 1;
						start = i + 1;
					}
					break;
				default: i += 1;
			}
		}
		str = start ? str + json.slice(start) : json;
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
	}
	function singleQuotedString(value, ctx) {
		if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value)) return doubleQuotedString(value, ctx);
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
		return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function quotedString(value, ctx) {
		const { singleQuote } = ctx.options;
		let qs;
		if (singleQuote === false) qs = doubleQuotedString;
		else {
			const hasDouble = value.includes("\"");
			const hasSingle = value.includes("'");
			if (hasDouble && !hasSingle) qs = singleQuotedString;
			else if (hasSingle && !hasDouble) qs = doubleQuotedString;
			else qs = singleQuote ? singleQuotedString : doubleQuotedString;
		}
		return qs(value, ctx);
	}
	let blockEndNewlines;
	try {
		blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
	} catch {
		blockEndNewlines = /\n+(?!\n|$)/g;
	}
	function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
		const { blockQuote, commentString, lineWidth } = ctx.options;
		if (!blockQuote || /\n[\t ]+$/.test(value)) return quotedString(value, ctx);
		const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
		const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
		if (!value) return literal ? "|\n" : ">\n";
		let chomp;
		let endStart;
		for (endStart = value.length; endStart > 0; --endStart) {
			const ch = value[endStart - 1];
			if (ch !== "\n" && ch !== "	" && ch !== " ") break;
		}
		let end = value.substring(endStart);
		const endNlPos = end.indexOf("\n");
		if (endNlPos === -1) chomp = "-";
		else if (value === end || endNlPos !== end.length - 1) {
			chomp = "+";
			if (onChompKeep) onChompKeep();
		} else chomp = "";
		if (end) {
			value = value.slice(0, -end.length);
			if (end[end.length - 1] === "\n") end = end.slice(0, -1);
			end = end.replace(blockEndNewlines, `$&${indent}`);
		}
		let startWithSpace = false;
		let startEnd;
		let startNlPos = -1;
		for (startEnd = 0; startEnd < value.length; ++startEnd) {
			const ch = value[startEnd];
			if (ch === " ") startWithSpace = true;
			else if (ch === "\n") startNlPos = startEnd;
			else break;
		}
		let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
		if (start) {
			value = value.substring(start.length);
			start = start.replace(/\n+/g, `$&${indent}`);
		}
		let header = (startWithSpace ? indent ? "2" : "1" : "") + chomp;
		if (comment) {
			header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
			if (onComment) onComment();
		}
		if (!literal) {
			const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
			let literalFallback = false;
			const foldOptions = getFoldOptions(ctx, true);
			if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) foldOptions.onOverflow = () => {
				literalFallback = true;
			};
			const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
			if (!literalFallback) return `>${header}\n${indent}${body}`;
		}
		value = value.replace(/\n+/g, `$&${indent}`);
		return `|${header}\n${indent}${start}${value}${end}`;
	}
	function plainString(item, ctx, onComment, onChompKeep) {
		const { type, value } = item;
		const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
		if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) return quotedString(value, ctx);
		if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
		if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) return blockString(item, ctx, onComment, onChompKeep);
		if (containsDocumentMarker(value)) {
			if (indent === "") {
				ctx.forceBlockIndent = true;
				return blockString(item, ctx, onComment, onChompKeep);
			} else if (implicitKey && indent === indentStep) return quotedString(value, ctx);
		}
		const str = value.replace(/\n+/g, `$&\n${indent}`);
		if (actualString) {
			const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
			const { compat, tags } = ctx.doc.schema;
			if (tags.some(test) || compat?.some(test)) return quotedString(value, ctx);
		}
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function stringifyString(item, ctx, onComment, onChompKeep) {
		const { implicitKey, inFlow } = ctx;
		const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
		let { type } = item;
		if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
			if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value)) type = Scalar.Scalar.QUOTE_DOUBLE;
		}
		const _stringify = (_type) => {
			switch (_type) {
				case Scalar.Scalar.BLOCK_FOLDED:
				case Scalar.Scalar.BLOCK_LITERAL: return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
				case Scalar.Scalar.QUOTE_DOUBLE: return doubleQuotedString(ss.value, ctx);
				case Scalar.Scalar.QUOTE_SINGLE: return singleQuotedString(ss.value, ctx);
				case Scalar.Scalar.PLAIN: return plainString(ss, ctx, onComment, onChompKeep);
				default: return null;
			}
		};
		let res = _stringify(type);
		if (res === null) {
			const { defaultKeyType, defaultStringType } = ctx.options;
			const t = implicitKey && defaultKeyType || defaultStringType;
			res = _stringify(t);
			if (res === null) throw new Error(`Unsupported default string type ${t}`);
		}
		return res;
	}
	exports.stringifyString = stringifyString;
}));
// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var identity = require_identity();
	var stringifyComment = require_stringifyComment();
	var stringifyString = require_stringifyString();
	function createStringifyContext(doc, options) {
		const opt = Object.assign({
			blockQuote: true,
			commentString: stringifyComment.stringifyComment,
			defaultKeyType: null,
			defaultStringType: "PLAIN",
			directives: null,
			doubleQuotedAsJSON: false,
			doubleQuotedMinMultiLineLength: 40,
			falseStr: "false",
			flowCollectionPadding: true,
			indentSeq: true,
			lineWidth: 80,
			minContentWidth: 20,
			nullStr: "null",
			simpleKeys: false,
			singleQuote: null,
			trailingComma: false,
			trueStr: "true",
			verifyAliasOrder: true
		}, doc.schema.toStringOptions, options);
		let inFlow;
		switch (opt.collectionStyle) {
			case "block":
				inFlow = false;
				break;
			case "flow":
				inFlow = true;
				break;
			default: inFlow = null;
		}
		return {
			anchors: /* @__PURE__ */ new Set(),
			doc,
			flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
			indent: "",
			indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
			inFlow,
			options: opt
		};
	}
	function getTagObject(tags, item) {
		if (item.tag) {
			const match = tags.filter((t) => t.tag === item.tag);
			if (match.length > 0) return match.find((t) => t.format === item.format) ?? match[0];
		}
		let tagObj = void 0;
		let obj;
		if (identity.isScalar(item)) {
			obj = item.value;
			let match = tags.filter((t) => t.identify?.(obj));
			if (match.length > 1) {
				const testMatch = match.filter((t) => t.test);
				if (testMatch.length > 0) match = testMatch;
			}
			tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
		} else {
			obj = item;
			tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
		}
		if (!tagObj) {
			const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
			throw new Error(`Tag not resolved for ${name} value`);
		}
		return tagObj;
	}
	function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
		if (!doc.directives) return "";
		const props = [];
		const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
		if (anchor && anchors.anchorIsValid(anchor)) {
			anchors$1.add(anchor);
			props.push(`&${anchor}`);
		}
		const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
		if (tag) props.push(doc.directives.tagString(tag));
		return props.join(" ");
	}
	function stringify(item, ctx, onComment, onChompKeep) {
		if (identity.isPair(item)) return item.toString(ctx, onComment, onChompKeep);
		if (identity.isAlias(item)) {
			if (ctx.doc.directives) return item.toString(ctx);
			if (ctx.resolvedAliases?.has(item)) throw new TypeError(`Cannot stringify circular structure without alias nodes`);
			else {
				if (ctx.resolvedAliases) ctx.resolvedAliases.add(item);
				else ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
				item = item.resolve(ctx.doc);
			}
		}
		let tagObj = void 0;
		const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
		tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
		const props = stringifyProps(node, tagObj, ctx);
		if (props.length > 0) ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
		const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
		if (!props) return str;
		return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}\n${ctx.indent}${str}`;
	}
	exports.createStringifyContext = createStringifyContext;
	exports.stringify = stringify;
}));
// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
		const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
		let keyComment = identity.isNode(key) && key.comment || null;
		if (simpleKeys) {
			if (keyComment) throw new Error("With simple keys, key nodes cannot have comments");
			if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") throw new Error("With simple keys, collection cannot be used as a key value");
		}
		let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
		ctx = Object.assign({}, ctx, {
			allNullValues: false,
			implicitKey: !explicitKey && (simpleKeys || !allNullValues),
			indent: indent + indentStep
		});
		let keyCommentDone = false;
		let chompKeep = false;
		let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
		if (!explicitKey && !ctx.inFlow && str.length > 1024) {
			if (simpleKeys) throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
			explicitKey = true;
		}
		if (ctx.inFlow) {
			if (allNullValues || value == null) {
				if (keyCommentDone && onComment) onComment();
				return str === "" ? "?" : explicitKey ? `? ${str}` : str;
			}
		} else if (allNullValues && !simpleKeys || value == null && explicitKey) {
			str = `? ${str}`;
			if (keyComment && !keyCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			else if (chompKeep && onChompKeep) onChompKeep();
			return str;
		}
		if (keyCommentDone) keyComment = null;
		if (explicitKey) {
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			str = `? ${str}\n${indent}:`;
		} else {
			str = `${str}:`;
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
		}
		let vsb, vcb, valueComment;
		if (identity.isNode(value)) {
			vsb = !!value.spaceBefore;
			vcb = value.commentBefore;
			valueComment = value.comment;
		} else {
			vsb = false;
			vcb = null;
			valueComment = null;
			if (value && typeof value === "object") value = doc.createNode(value);
		}
		ctx.implicitKey = false;
		if (!explicitKey && !keyComment && identity.isScalar(value)) ctx.indentAtStart = str.length + 1;
		chompKeep = false;
		if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) ctx.indent = ctx.indent.substring(2);
		let valueCommentDone = false;
		const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
		let ws = " ";
		if (keyComment || vsb || vcb) {
			ws = vsb ? "\n" : "";
			if (vcb) {
				const cs = commentString(vcb);
				ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
			}
			if (valueStr === "" && !ctx.inFlow) {
				if (ws === "\n" && valueComment) ws = "\n\n";
			} else ws += `\n${ctx.indent}`;
		} else if (!explicitKey && identity.isCollection(value)) {
			const vs0 = valueStr[0];
			const nl0 = valueStr.indexOf("\n");
			const hasNewline = nl0 !== -1;
			const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
			if (hasNewline || !flow) {
				let hasPropsLine = false;
				if (hasNewline && (vs0 === "&" || vs0 === "!")) {
					let sp0 = valueStr.indexOf(" ");
					if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") sp0 = valueStr.indexOf(" ", sp0 + 1);
					if (sp0 === -1 || nl0 < sp0) hasPropsLine = true;
				}
				if (!hasPropsLine) ws = `\n${ctx.indent}`;
			}
		} else if (valueStr === "" || valueStr[0] === "\n") ws = "";
		str += ws + valueStr;
		if (ctx.inFlow) {
			if (valueCommentDone && onComment) onComment();
		} else if (valueComment && !valueCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
		else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	exports.stringifyPair = stringifyPair;
}));
// node_modules/yaml/dist/log.js
var require_log = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	function debug(logLevel, ...messages) {
		if (logLevel === "debug") console.log(...messages);
	}
	function warn(logLevel, warning) {
		if (logLevel === "debug" || logLevel === "warn") {
			if (typeof node_process.emitWarning === "function") node_process.emitWarning(warning);
			else console.warn(warning);
		}
	}
	exports.debug = debug;
	exports.warn = warn;
}));
// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	const MERGE_KEY = "<<";
	const merge = {
		identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
		default: "key",
		tag: "tag:yaml.org,2002:merge",
		test: /^<<$/,
		resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), { addToJSMap: addMergeToJSMap }),
		stringify: () => MERGE_KEY
	};
	const isMergeKey = (ctx, key) => (merge.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
	function addMergeToJSMap(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (identity.isSeq(source)) for (const it of source.items) mergeValue(ctx, map, it);
		else if (Array.isArray(source)) for (const it of source) mergeValue(ctx, map, it);
		else mergeValue(ctx, map, source);
	}
	function mergeValue(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (!identity.isMap(source)) throw new Error("Merge sources must be maps or map aliases");
		const srcMap = source.toJSON(null, ctx, Map);
		for (const [key, value] of srcMap) if (map instanceof Map) {
			if (!map.has(key)) map.set(key, value);
		} else if (map instanceof Set) map.add(key);
		else if (!Object.prototype.hasOwnProperty.call(map, key)) Object.defineProperty(map, key, {
			value,
			writable: true,
			enumerable: true,
			configurable: true
		});
		return map;
	}
	function resolveAliasValue(ctx, value) {
		return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
	}
	exports.addMergeToJSMap = addMergeToJSMap;
	exports.isMergeKey = isMergeKey;
	exports.merge = merge;
}));
// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var log = require_log();
	var merge = require_merge();
	var stringify = require_stringify();
	var identity = require_identity();
	var toJS = require_toJS();
	function addPairToJSMap(ctx, map, { key, value }) {
		if (identity.isNode(key) && key.addToJSMap) key.addToJSMap(ctx, map, value);
		else if (merge.isMergeKey(ctx, key)) merge.addMergeToJSMap(ctx, map, value);
		else {
			const jsKey = toJS.toJS(key, "", ctx);
			if (map instanceof Map) map.set(jsKey, toJS.toJS(value, jsKey, ctx));
			else if (map instanceof Set) map.add(jsKey);
			else {
				const stringKey = stringifyKey(key, jsKey, ctx);
				const jsValue = toJS.toJS(value, stringKey, ctx);
				if (stringKey in map) Object.defineProperty(map, stringKey, {
					value: jsValue,
					writable: true,
					enumerable: true,
					configurable: true
				});
				else map[stringKey] = jsValue;
			}
		}
		return map;
	}
	function stringifyKey(key, jsKey, ctx) {
		if (jsKey === null) return "";
		if (typeof jsKey !== "object") return String(jsKey);
		if (identity.isNode(key) && ctx?.doc) {
			const strCtx = stringify.createStringifyContext(ctx.doc, {});
			strCtx.anchors = /* @__PURE__ */ new Set();
			for (const node of ctx.anchors.keys()) strCtx.anchors.add(node.anchor);
			strCtx.inFlow = true;
			strCtx.inStringifyKey = true;
			const strKey = key.toString(strCtx);
			if (!ctx.mapKeyWarned) {
				let jsonStr = JSON.stringify(strKey);
				if (jsonStr.length > 40) jsonStr = jsonStr.substring(0, 36) + "...\"";
				log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
				ctx.mapKeyWarned = true;
			}
			return strKey;
		}
		return JSON.stringify(jsKey);
	}
	exports.addPairToJSMap = addPairToJSMap;
}));
// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyPair = require_stringifyPair();
	var addPairToJSMap = require_addPairToJSMap();
	var identity = require_identity();
	function createPair(key, value, ctx) {
		return new Pair(createNode.createNode(key, void 0, ctx), createNode.createNode(value, void 0, ctx));
	}
	var Pair = class Pair {
		constructor(key, value = null) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
			this.key = key;
			this.value = value;
		}
		clone(schema) {
			let { key, value } = this;
			if (identity.isNode(key)) key = key.clone(schema);
			if (identity.isNode(value)) value = value.clone(schema);
			return new Pair(key, value);
		}
		toJSON(_, ctx) {
			const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			return addPairToJSMap.addPairToJSMap(ctx, pair, this);
		}
		toString(ctx, onComment, onChompKeep) {
			return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
		}
	};
	exports.Pair = Pair;
	exports.createPair = createPair;
}));
// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyCollection(collection, ctx, options) {
		return (ctx.inFlow ?? collection.flow ? stringifyFlowCollection : stringifyBlockCollection)(collection, ctx, options);
	}
	function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
		const { indent, options: { commentString } } = ctx;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			type: null
		});
		let chompKeep = false;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (!chompKeep && item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (!chompKeep && ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
				}
			}
			chompKeep = false;
			let str = stringify.stringify(item, itemCtx, () => comment = null, () => chompKeep = true);
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			if (chompKeep && comment) chompKeep = false;
			lines.push(blockItemPrefix + str);
		}
		let str;
		if (lines.length === 0) str = flowChars.start + flowChars.end;
		else {
			str = lines[0];
			for (let i = 1; i < lines.length; ++i) {
				const line = lines[i];
				str += line ? `\n${indent}${line}` : "\n";
			}
		}
		if (comment) {
			str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
			if (onComment) onComment();
		} else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
		const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
		itemIndent += indentStep;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			inFlow: true,
			type: null
		});
		let reqNewline = false;
		let linesAtValue = 0;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, false);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, false);
					if (ik.comment) reqNewline = true;
				}
				const iv = identity.isNode(item.value) ? item.value : null;
				if (iv) {
					if (iv.comment) comment = iv.comment;
					if (iv.commentBefore) reqNewline = true;
				} else if (item.value == null && ik?.comment) comment = ik.comment;
			}
			if (comment) reqNewline = true;
			let str = stringify.stringify(item, itemCtx, () => comment = null);
			reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
			if (i < items.length - 1) str += ",";
			else if (ctx.options.trailingComma) {
				if (ctx.options.lineWidth > 0) reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
				if (reqNewline) str += ",";
			}
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			lines.push(str);
			linesAtValue = lines.length;
		}
		const { start, end } = flowChars;
		if (lines.length === 0) return start + end;
		else {
			if (!reqNewline) {
				const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
				reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
			}
			if (reqNewline) {
				let str = start;
				for (const line of lines) str += line ? `\n${indentStep}${indent}${line}` : "\n";
				return `${str}\n${indent}${end}`;
			} else return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
		}
	}
	function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
		if (comment && chompKeep) comment = comment.replace(/^\n+/, "");
		if (comment) {
			const ic = stringifyComment.indentComment(commentString(comment), indent);
			lines.push(ic.trimStart());
		}
	}
	exports.stringifyCollection = stringifyCollection;
}));
// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyCollection = require_stringifyCollection();
	var addPairToJSMap = require_addPairToJSMap();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	function findPair(items, key) {
		const k = identity.isScalar(key) ? key.value : key;
		for (const it of items) if (identity.isPair(it)) {
			if (it.key === key || it.key === k) return it;
			if (identity.isScalar(it.key) && it.key.value === k) return it;
		}
	}
	var YAMLMap = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:map";
		}
		constructor(schema) {
			super(identity.MAP, schema);
			this.items = [];
		}
		/**
		* A generic collection parsing method that can be extended
		* to other node classes that inherit from YAMLMap
		*/
		static from(schema, obj, ctx) {
			const { keepUndefined, replacer } = ctx;
			const map = new this(schema);
			const add = (key, value) => {
				if (typeof replacer === "function") value = replacer.call(obj, key, value);
				else if (Array.isArray(replacer) && !replacer.includes(key)) return;
				if (value !== void 0 || keepUndefined) map.items.push(Pair.createPair(key, value, ctx));
			};
			if (obj instanceof Map) for (const [key, value] of obj) add(key, value);
			else if (obj && typeof obj === "object") for (const key of Object.keys(obj)) add(key, obj[key]);
			if (typeof schema.sortMapEntries === "function") map.items.sort(schema.sortMapEntries);
			return map;
		}
		/**
		* Adds a value to the collection.
		*
		* @param overwrite - If not set `true`, using a key that is already in the
		*   collection will throw. Otherwise, overwrites the previous value.
		*/
		add(pair, overwrite) {
			let _pair;
			if (identity.isPair(pair)) _pair = pair;
			else if (!pair || typeof pair !== "object" || !("key" in pair)) _pair = new Pair.Pair(pair, pair?.value);
			else _pair = new Pair.Pair(pair.key, pair.value);
			const prev = findPair(this.items, _pair.key);
			const sortEntries = this.schema?.sortMapEntries;
			if (prev) {
				if (!overwrite) throw new Error(`Key ${_pair.key} already set`);
				if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value)) prev.value.value = _pair.value;
				else prev.value = _pair.value;
			} else if (sortEntries) {
				const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
				if (i === -1) this.items.push(_pair);
				else this.items.splice(i, 0, _pair);
			} else this.items.push(_pair);
		}
		delete(key) {
			const it = findPair(this.items, key);
			if (!it) return false;
			return this.items.splice(this.items.indexOf(it), 1).length > 0;
		}
		get(key, keepScalar) {
			const node = findPair(this.items, key)?.value;
			return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
		}
		has(key) {
			return !!findPair(this.items, key);
		}
		set(key, value) {
			this.add(new Pair.Pair(key, value), true);
		}
		/**
		* @param ctx - Conversion context, originally set in Document#toJS()
		* @param {Class} Type - If set, forces the returned collection type
		* @returns Instance of Type, Map, or Object
		*/
		toJSON(_, ctx, Type) {
			const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const item of this.items) addPairToJSMap.addPairToJSMap(ctx, map, item);
			return map;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			for (const item of this.items) if (!identity.isPair(item)) throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
			if (!ctx.allNullValues && this.hasAllNullValues(false)) ctx = Object.assign({}, ctx, { allNullValues: true });
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "",
				flowChars: {
					start: "{",
					end: "}"
				},
				itemIndent: ctx.indent || "",
				onChompKeep,
				onComment
			});
		}
	};
	exports.YAMLMap = YAMLMap;
	exports.findPair = findPair;
}));
// node_modules/yaml/dist/schema/common/map.js
var require_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLMap = require_YAMLMap();
	exports.map = {
		collection: "map",
		default: true,
		nodeClass: YAMLMap.YAMLMap,
		tag: "tag:yaml.org,2002:map",
		resolve(map, onError) {
			if (!identity.isMap(map)) onError("Expected a mapping for this tag");
			return map;
		},
		createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
	};
}));
// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyCollection = require_stringifyCollection();
	var Collection = require_Collection();
	var identity = require_identity();
	var Scalar = require_Scalar();
	var toJS = require_toJS();
	var YAMLSeq = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:seq";
		}
		constructor(schema) {
			super(identity.SEQ, schema);
			this.items = [];
		}
		add(value) {
			this.items.push(value);
		}
		/**
		* Removes a value from the collection.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return false;
			return this.items.splice(idx, 1).length > 0;
		}
		get(key, keepScalar) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return void 0;
			const it = this.items[idx];
			return !keepScalar && identity.isScalar(it) ? it.value : it;
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*/
		has(key) {
			const idx = asItemIndex(key);
			return typeof idx === "number" && idx < this.items.length;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*
		* If `key` does not contain a representation of an integer, this will throw.
		* It may be wrapped in a `Scalar`.
		*/
		set(key, value) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") throw new Error(`Expected a valid index, not ${key}.`);
			const prev = this.items[idx];
			if (identity.isScalar(prev) && Scalar.isScalarValue(value)) prev.value = value;
			else this.items[idx] = value;
		}
		toJSON(_, ctx) {
			const seq = [];
			if (ctx?.onCreate) ctx.onCreate(seq);
			let i = 0;
			for (const item of this.items) seq.push(toJS.toJS(item, String(i++), ctx));
			return seq;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "- ",
				flowChars: {
					start: "[",
					end: "]"
				},
				itemIndent: (ctx.indent || "") + "  ",
				onChompKeep,
				onComment
			});
		}
		static from(schema, obj, ctx) {
			const { replacer } = ctx;
			const seq = new this(schema);
			if (obj && Symbol.iterator in Object(obj)) {
				let i = 0;
				for (let it of obj) {
					if (typeof replacer === "function") {
						const key = obj instanceof Set ? it : String(i++);
						it = replacer.call(obj, key, it);
					}
					seq.items.push(createNode.createNode(it, void 0, ctx));
				}
			}
			return seq;
		}
	};
	function asItemIndex(key) {
		let idx = identity.isScalar(key) ? key.value : key;
		if (idx && typeof idx === "string") idx = Number(idx);
		return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
	}
	exports.YAMLSeq = YAMLSeq;
}));
// node_modules/yaml/dist/schema/common/seq.js
var require_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLSeq = require_YAMLSeq();
	exports.seq = {
		collection: "seq",
		default: true,
		nodeClass: YAMLSeq.YAMLSeq,
		tag: "tag:yaml.org,2002:seq",
		resolve(seq, onError) {
			if (!identity.isSeq(seq)) onError("Expected a sequence for this tag");
			return seq;
		},
		createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
	};
}));
// node_modules/yaml/dist/schema/common/string.js
var require_string = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyString = require_stringifyString();
	exports.string = {
		identify: (value) => typeof value === "string",
		default: true,
		tag: "tag:yaml.org,2002:str",
		resolve: (str) => str,
		stringify(item, ctx, onComment, onChompKeep) {
			ctx = Object.assign({ actualString: true }, ctx);
			return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
		}
	};
}));
// node_modules/yaml/dist/schema/common/null.js
var require_null = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const nullTag = {
		identify: (value) => value == null,
		createNode: () => new Scalar.Scalar(null),
		default: true,
		tag: "tag:yaml.org,2002:null",
		test: /^(?:~|[Nn]ull|NULL)?$/,
		resolve: () => new Scalar.Scalar(null),
		stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
	};
	exports.nullTag = nullTag;
}));
// node_modules/yaml/dist/schema/core/bool.js
var require_bool$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const boolTag = {
		identify: (value) => typeof value === "boolean",
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
		resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
		stringify({ source, value }, ctx) {
			if (source && boolTag.test.test(source)) {
				if (value === (source[0] === "t" || source[0] === "T")) return source;
			}
			return value ? ctx.options.trueStr : ctx.options.falseStr;
		}
	};
	exports.boolTag = boolTag;
}));
// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = /* @__PURE__ */ __commonJSMin(((exports) => {
	function stringifyNumber({ format, minFractionDigits, tag, value }) {
		if (typeof value === "bigint") return String(value);
		const num = typeof value === "number" ? value : Number(value);
		if (!isFinite(num)) return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
		let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
		if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
			let i = n.indexOf(".");
			if (i < 0) {
				i = n.length;
				n += ".";
			}
			let d = minFractionDigits - (n.length - i - 1);
			while (d-- > 0) n += "0";
		}
		return n;
	}
	exports.stringifyNumber = stringifyNumber;
}));
// node_modules/yaml/dist/schema/core/float.js
var require_float$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	exports.float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str));
			const dot = str.indexOf(".");
			if (dot !== -1 && str[str.length - 1] === "0") node.minFractionDigits = str.length - dot - 1;
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));
// node_modules/yaml/dist/schema/core/int.js
var require_int$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	const intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value) && value >= 0) return prefix + value.toString(radix);
		return stringifyNumber.stringifyNumber(node);
	}
	const intOct = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^0o[0-7]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
		stringify: (node) => intStringify(node, 8, "0o")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^0x[0-9a-fA-F]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));
// node_modules/yaml/dist/schema/core/schema.js
var require_schema$2 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	exports.schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.boolTag,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float
	];
}));
// node_modules/yaml/dist/schema/json/schema.js
var require_schema$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var map = require_map();
	var seq = require_seq();
	function intIdentify(value) {
		return typeof value === "bigint" || Number.isInteger(value);
	}
	const stringifyJSON = ({ value }) => JSON.stringify(value);
	const jsonScalars = [
		{
			identify: (value) => typeof value === "string",
			default: true,
			tag: "tag:yaml.org,2002:str",
			resolve: (str) => str,
			stringify: stringifyJSON
		},
		{
			identify: (value) => value == null,
			createNode: () => new Scalar.Scalar(null),
			default: true,
			tag: "tag:yaml.org,2002:null",
			test: /^null$/,
			resolve: () => null,
			stringify: stringifyJSON
		},
		{
			identify: (value) => typeof value === "boolean",
			default: true,
			tag: "tag:yaml.org,2002:bool",
			test: /^true$|^false$/,
			resolve: (str) => str === "true",
			stringify: stringifyJSON
		},
		{
			identify: intIdentify,
			default: true,
			tag: "tag:yaml.org,2002:int",
			test: /^-?(?:0|[1-9][0-9]*)$/,
			resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
			stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
		},
		{
			identify: (value) => typeof value === "number",
			default: true,
			tag: "tag:yaml.org,2002:float",
			test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
			resolve: (str) => parseFloat(str),
			stringify: stringifyJSON
		}
	];
	exports.schema = [map.map, seq.seq].concat(jsonScalars, {
		default: true,
		tag: "",
		test: /^/,
		resolve(str, onError) {
			onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
			return str;
		}
	});
}));
// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_buffer = __require("buffer");
	var Scalar = require_Scalar();
	var stringifyString = require_stringifyString();
	exports.binary = {
		identify: (value) => value instanceof Uint8Array,
		default: false,
		tag: "tag:yaml.org,2002:binary",
		/**
		* Returns a Buffer in node and an Uint8Array in browsers
		*
		* To use the resulting buffer as an image, you'll want to do something like:
		*
		*   const blob = new Blob([buffer], { type: 'image/jpeg' })
		*   document.querySelector('#photo').src = URL.createObjectURL(blob)
		*/
		resolve(src, onError) {
			if (typeof node_buffer.Buffer === "function") return node_buffer.Buffer.from(src, "base64");
			else if (typeof atob === "function") {
				const str = atob(src.replace(/[\n\r]/g, ""));
				const buffer = new Uint8Array(str.length);
				for (let i = 0; i < str.length; ++i) buffer[i] = str.charCodeAt(i);
				return buffer;
			} else {
				onError("This environment does not support reading binary tags; either Buffer or atob is required");
				return src;
			}
		},
		stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
			if (!value) return "";
			const buf = value;
			let str;
			if (typeof node_buffer.Buffer === "function") str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
			else if (typeof btoa === "function") {
				let s = "";
				for (let i = 0; i < buf.length; ++i) s += String.fromCharCode(buf[i]);
				str = btoa(s);
			} else throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
			type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
			if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
				const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
				const n = Math.ceil(str.length / lineWidth);
				const lines = new Array(n);
				for (let i = 0, o = 0; i < n; ++i, o += lineWidth) lines[i] = str.substr(o, lineWidth);
				str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
			}
			return stringifyString.stringifyString({
				comment,
				type,
				value: str
			}, ctx, onComment, onChompKeep);
		}
	};
}));
// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLSeq = require_YAMLSeq();
	function resolvePairs(seq, onError) {
		if (identity.isSeq(seq)) for (let i = 0; i < seq.items.length; ++i) {
			let item = seq.items[i];
			if (identity.isPair(item)) continue;
			else if (identity.isMap(item)) {
				if (item.items.length > 1) onError("Each pair must have its own sequence indicator");
				const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
				if (item.commentBefore) pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}\n${pair.key.commentBefore}` : item.commentBefore;
				if (item.comment) {
					const cn = pair.value ?? pair.key;
					cn.comment = cn.comment ? `${item.comment}\n${cn.comment}` : item.comment;
				}
				item = pair;
			}
			seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
		}
		else onError("Expected a sequence for this tag");
		return seq;
	}
	function createPairs(schema, iterable, ctx) {
		const { replacer } = ctx;
		const pairs = new YAMLSeq.YAMLSeq(schema);
		pairs.tag = "tag:yaml.org,2002:pairs";
		let i = 0;
		if (iterable && Symbol.iterator in Object(iterable)) for (let it of iterable) {
			if (typeof replacer === "function") it = replacer.call(iterable, String(i++), it);
			let key, value;
			if (Array.isArray(it)) {
				if (it.length === 2) {
					key = it[0];
					value = it[1];
				} else throw new TypeError(`Expected [key, value] tuple: ${it}`);
			} else if (it && it instanceof Object) {
				const keys = Object.keys(it);
				if (keys.length === 1) {
					key = keys[0];
					value = it[key];
				} else throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
			} else key = it;
			pairs.items.push(Pair.createPair(key, value, ctx));
		}
		return pairs;
	}
	const pairs = {
		collection: "seq",
		default: false,
		tag: "tag:yaml.org,2002:pairs",
		resolve: resolvePairs,
		createNode: createPairs
	};
	exports.createPairs = createPairs;
	exports.pairs = pairs;
	exports.resolvePairs = resolvePairs;
}));
// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var toJS = require_toJS();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var pairs = require_pairs();
	var YAMLOMap = class YAMLOMap extends YAMLSeq.YAMLSeq {
		constructor() {
			super();
			this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
			this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
			this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
			this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
			this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
			this.tag = YAMLOMap.tag;
		}
		/**
		* If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
		* but TypeScript won't allow widening the signature of a child method.
		*/
		toJSON(_, ctx) {
			if (!ctx) return super.toJSON(_);
			const map = /* @__PURE__ */ new Map();
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const pair of this.items) {
				let key, value;
				if (identity.isPair(pair)) {
					key = toJS.toJS(pair.key, "", ctx);
					value = toJS.toJS(pair.value, key, ctx);
				} else key = toJS.toJS(pair, "", ctx);
				if (map.has(key)) throw new Error("Ordered maps must not include duplicate keys");
				map.set(key, value);
			}
			return map;
		}
		static from(schema, iterable, ctx) {
			const pairs$1 = pairs.createPairs(schema, iterable, ctx);
			const omap = new this();
			omap.items = pairs$1.items;
			return omap;
		}
	};
	YAMLOMap.tag = "tag:yaml.org,2002:omap";
	const omap = {
		collection: "seq",
		identify: (value) => value instanceof Map,
		nodeClass: YAMLOMap,
		default: false,
		tag: "tag:yaml.org,2002:omap",
		resolve(seq, onError) {
			const pairs$1 = pairs.resolvePairs(seq, onError);
			const seenKeys = [];
			for (const { key } of pairs$1.items) if (identity.isScalar(key)) {
				if (seenKeys.includes(key.value)) onError(`Ordered maps must not include duplicate keys: ${key.value}`);
				else seenKeys.push(key.value);
			}
			return Object.assign(new YAMLOMap(), pairs$1);
		},
		createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
	};
	exports.YAMLOMap = YAMLOMap;
	exports.omap = omap;
}));
// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function boolStringify({ value, source }, ctx) {
		if (source && (value ? trueTag : falseTag).test.test(source)) return source;
		return value ? ctx.options.trueStr : ctx.options.falseStr;
	}
	const trueTag = {
		identify: (value) => value === true,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
		resolve: () => new Scalar.Scalar(true),
		stringify: boolStringify
	};
	const falseTag = {
		identify: (value) => value === false,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
		resolve: () => new Scalar.Scalar(false),
		stringify: boolStringify
	};
	exports.falseTag = falseTag;
	exports.trueTag = trueTag;
}));
// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str.replace(/_/g, "")),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	exports.float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
			const dot = str.indexOf(".");
			if (dot !== -1) {
				const f = str.substring(dot + 1).replace(/_/g, "");
				if (f[f.length - 1] === "0") node.minFractionDigits = f.length;
			}
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));
// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	function intResolve(str, offset, radix, { intAsBigInt }) {
		const sign = str[0];
		if (sign === "-" || sign === "+") offset += 1;
		str = str.substring(offset).replace(/_/g, "");
		if (intAsBigInt) {
			switch (radix) {
				case 2:
					str = `0b${str}`;
					break;
				case 8:
					str = `0o${str}`;
					break;
				case 16: str = `0x${str}`;
			}
			const n = BigInt(str);
			return sign === "-" ? BigInt(-1) * n : n;
		}
		const n = parseInt(str, radix);
		return sign === "-" ? -1 * n : n;
	}
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value)) {
			const str = value.toString(radix);
			return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
		}
		return stringifyNumber.stringifyNumber(node);
	}
	const intBin = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "BIN",
		test: /^[-+]?0b[0-1_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
		stringify: (node) => intStringify(node, 2, "0b")
	};
	const intOct = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^[-+]?0[0-7_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
		stringify: (node) => intStringify(node, 8, "0")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9][0-9_]*$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^[-+]?0x[0-9a-fA-F_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intBin = intBin;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));
// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSet = class YAMLSet extends YAMLMap.YAMLMap {
		constructor(schema) {
			super(schema);
			this.tag = YAMLSet.tag;
		}
		add(key) {
			let pair;
			if (identity.isPair(key)) pair = key;
			else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null) pair = new Pair.Pair(key.key, null);
			else pair = new Pair.Pair(key, null);
			if (!YAMLMap.findPair(this.items, pair.key)) this.items.push(pair);
		}
		/**
		* If `keepPair` is `true`, returns the Pair matching `key`.
		* Otherwise, returns the value of that Pair's key.
		*/
		get(key, keepPair) {
			const pair = YAMLMap.findPair(this.items, key);
			return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
		}
		set(key, value) {
			if (typeof value !== "boolean") throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
			const prev = YAMLMap.findPair(this.items, key);
			if (prev && !value) this.items.splice(this.items.indexOf(prev), 1);
			else if (!prev && value) this.items.push(new Pair.Pair(key));
		}
		toJSON(_, ctx) {
			return super.toJSON(_, ctx, Set);
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			if (this.hasAllNullValues(true)) return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
			else throw new Error("Set items must all have null values");
		}
		static from(schema, iterable, ctx) {
			const { replacer } = ctx;
			const set = new this(schema);
			if (iterable && Symbol.iterator in Object(iterable)) for (let value of iterable) {
				if (typeof replacer === "function") value = replacer.call(iterable, value, value);
				set.items.push(Pair.createPair(value, null, ctx));
			}
			return set;
		}
	};
	YAMLSet.tag = "tag:yaml.org,2002:set";
	const set = {
		collection: "map",
		identify: (value) => value instanceof Set,
		nodeClass: YAMLSet,
		default: false,
		tag: "tag:yaml.org,2002:set",
		createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
		resolve(map, onError) {
			if (identity.isMap(map)) {
				if (map.hasAllNullValues(true)) return Object.assign(new YAMLSet(), map);
				else onError("Set items must all have null values");
			} else onError("Expected a mapping for this tag");
			return map;
		}
	};
	exports.YAMLSet = YAMLSet;
	exports.set = set;
}));
// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	/** Internal types handle bigint as number, because TS can't figure it out. */
	function parseSexagesimal(str, asBigInt) {
		const sign = str[0];
		const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
		const num = (n) => asBigInt ? BigInt(n) : Number(n);
		const res = parts.replace(/_/g, "").split(":").reduce((res, p) => res * num(60) + num(p), num(0));
		return sign === "-" ? num(-1) * res : res;
	}
	/**
	* hhhh:mm:ss.sss
	*
	* Internal types handle bigint as number, because TS can't figure it out.
	*/
	function stringifySexagesimal(node) {
		let { value } = node;
		let num = (n) => n;
		if (typeof value === "bigint") num = (n) => BigInt(n);
		else if (isNaN(value) || !isFinite(value)) return stringifyNumber.stringifyNumber(node);
		let sign = "";
		if (value < 0) {
			sign = "-";
			value *= num(-1);
		}
		const _60 = num(60);
		const parts = [value % _60];
		if (value < 60) parts.unshift(0);
		else {
			value = (value - parts[0]) / _60;
			parts.unshift(value % _60);
			if (value >= 60) {
				value = (value - parts[0]) / _60;
				parts.unshift(value);
			}
		}
		return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
	}
	const intTime = {
		identify: (value) => typeof value === "bigint" || Number.isInteger(value),
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
		resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
		stringify: stringifySexagesimal
	};
	const floatTime = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
		resolve: (str) => parseSexagesimal(str, false),
		stringify: stringifySexagesimal
	};
	const timestamp = {
		identify: (value) => value instanceof Date,
		default: true,
		tag: "tag:yaml.org,2002:timestamp",
		test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
		resolve(str) {
			const match = str.match(timestamp.test);
			if (!match) throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
			const [, year, month, day, hour, minute, second] = match.map(Number);
			const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
			let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
			const tz = match[8];
			if (tz && tz !== "Z") {
				let d = parseSexagesimal(tz, false);
				if (Math.abs(d) < 30) d *= 60;
				date -= 6e4 * d;
			}
			return new Date(date);
		},
		stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
	};
	exports.floatTime = floatTime;
	exports.intTime = intTime;
	exports.timestamp = timestamp;
}));
// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var binary = require_binary();
	var bool = require_bool();
	var float = require_float();
	var int = require_int();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var set = require_set();
	var timestamp = require_timestamp();
	exports.schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.trueTag,
		bool.falseTag,
		int.intBin,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float,
		binary.binary,
		merge.merge,
		omap.omap,
		pairs.pairs,
		set.set,
		timestamp.intTime,
		timestamp.floatTime,
		timestamp.timestamp
	];
}));
// node_modules/yaml/dist/schema/tags.js
var require_tags = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	var schema = require_schema$2();
	var schema$1 = require_schema$1();
	var binary = require_binary();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var schema$2 = require_schema();
	var set = require_set();
	var timestamp = require_timestamp();
	const schemas = /* @__PURE__ */ new Map([
		["core", schema.schema],
		["failsafe", [
			map.map,
			seq.seq,
			string.string
		]],
		["json", schema$1.schema],
		["yaml11", schema$2.schema],
		["yaml-1.1", schema$2.schema]
	]);
	const tagsByName = {
		binary: binary.binary,
		bool: bool.boolTag,
		float: float.float,
		floatExp: float.floatExp,
		floatNaN: float.floatNaN,
		floatTime: timestamp.floatTime,
		int: int.int,
		intHex: int.intHex,
		intOct: int.intOct,
		intTime: timestamp.intTime,
		map: map.map,
		merge: merge.merge,
		null: _null.nullTag,
		omap: omap.omap,
		pairs: pairs.pairs,
		seq: seq.seq,
		set: set.set,
		timestamp: timestamp.timestamp
	};
	const coreKnownTags = {
		"tag:yaml.org,2002:binary": binary.binary,
		"tag:yaml.org,2002:merge": merge.merge,
		"tag:yaml.org,2002:omap": omap.omap,
		"tag:yaml.org,2002:pairs": pairs.pairs,
		"tag:yaml.org,2002:set": set.set,
		"tag:yaml.org,2002:timestamp": timestamp.timestamp
	};
	function getTags(customTags, schemaName, addMergeTag) {
		const schemaTags = schemas.get(schemaName);
		if (schemaTags && !customTags) return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
		let tags = schemaTags;
		if (!tags) {
			if (Array.isArray(customTags)) tags = [];
			else {
				const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
			}
		}
		if (Array.isArray(customTags)) for (const tag of customTags) tags = tags.concat(tag);
		else if (typeof customTags === "function") tags = customTags(tags.slice());
		if (addMergeTag) tags = tags.concat(merge.merge);
		return tags.reduce((tags, tag) => {
			const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
			if (!tagObj) {
				const tagName = JSON.stringify(tag);
				const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
			}
			if (!tags.includes(tagObj)) tags.push(tagObj);
			return tags;
		}, []);
	}
	exports.coreKnownTags = coreKnownTags;
	exports.getTags = getTags;
}));
// node_modules/yaml/dist/schema/Schema.js
var require_Schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var map = require_map();
	var seq = require_seq();
	var string = require_string();
	var tags = require_tags();
	const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
	exports.Schema = class Schema {
		constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
			this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
			this.name = typeof schema === "string" && schema || "core";
			this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
			this.tags = tags.getTags(customTags, this.name, merge);
			this.toStringOptions = toStringDefaults ?? null;
			Object.defineProperty(this, identity.MAP, { value: map.map });
			Object.defineProperty(this, identity.SCALAR, { value: string.string });
			Object.defineProperty(this, identity.SEQ, { value: seq.seq });
			this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
		}
		clone() {
			const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
			copy.tags = this.tags.slice();
			return copy;
		}
	};
}));
// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyDocument(doc, options) {
		const lines = [];
		let hasDirectives = options.directives === true;
		if (options.directives !== false && doc.directives) {
			const dir = doc.directives.toString(doc);
			if (dir) {
				lines.push(dir);
				hasDirectives = true;
			} else if (doc.directives.docStart) hasDirectives = true;
		}
		if (hasDirectives) lines.push("---");
		const ctx = stringify.createStringifyContext(doc, options);
		const { commentString } = ctx.options;
		if (doc.commentBefore) {
			if (lines.length !== 1) lines.unshift("");
			const cs = commentString(doc.commentBefore);
			lines.unshift(stringifyComment.indentComment(cs, ""));
		}
		let chompKeep = false;
		let contentComment = null;
		if (doc.contents) {
			if (identity.isNode(doc.contents)) {
				if (doc.contents.spaceBefore && hasDirectives) lines.push("");
				if (doc.contents.commentBefore) {
					const cs = commentString(doc.contents.commentBefore);
					lines.push(stringifyComment.indentComment(cs, ""));
				}
				ctx.forceBlockIndent = !!doc.comment;
				contentComment = doc.contents.comment;
			}
			const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
			let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
			if (contentComment) body += stringifyComment.lineComment(body, "", commentString(contentComment));
			if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") lines[lines.length - 1] = `--- ${body}`;
			else lines.push(body);
		} else lines.push(stringify.stringify(doc.contents, ctx));
		if (doc.directives?.docEnd) {
			if (doc.comment) {
				const cs = commentString(doc.comment);
				if (cs.includes("\n")) {
					lines.push("...");
					lines.push(stringifyComment.indentComment(cs, ""));
				} else lines.push(`... ${cs}`);
			} else lines.push("...");
		} else {
			let dc = doc.comment;
			if (dc && chompKeep) dc = dc.replace(/^\n+/, "");
			if (dc) {
				if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "") lines.push("");
				lines.push(stringifyComment.indentComment(commentString(dc), ""));
			}
		}
		return lines.join("\n") + "\n";
	}
	exports.stringifyDocument = stringifyDocument;
}));
// node_modules/yaml/dist/doc/Document.js
var require_Document = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var toJS = require_toJS();
	var Schema = require_Schema();
	var stringifyDocument = require_stringifyDocument();
	var anchors = require_anchors();
	var applyReviver = require_applyReviver();
	var createNode = require_createNode();
	var directives = require_directives();
	var Document = class Document {
		constructor(value, replacer, options) {
			/** A comment before this Document */
			this.commentBefore = null;
			/** A comment immediately after this Document */
			this.comment = null;
			/** Errors encountered during parsing. */
			this.errors = [];
			/** Warnings encountered during parsing. */
			this.warnings = [];
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
			let _replacer = null;
			if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
			else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const opt = Object.assign({
				intAsBigInt: false,
				keepSourceTokens: false,
				logLevel: "warn",
				prettyErrors: true,
				strict: true,
				stringKeys: false,
				uniqueKeys: true,
				version: "1.2"
			}, options);
			this.options = opt;
			let { version } = opt;
			if (options?._directives) {
				this.directives = options._directives.atDocument();
				if (this.directives.yaml.explicit) version = this.directives.yaml.version;
			} else this.directives = new directives.Directives({ version });
			this.setSchema(version, options);
			this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
		}
		/**
		* Create a deep copy of this Document and its contents.
		*
		* Custom Node values that inherit from `Object` still refer to their original instances.
		*/
		clone() {
			const copy = Object.create(Document.prototype, { [identity.NODE_TYPE]: { value: identity.DOC } });
			copy.commentBefore = this.commentBefore;
			copy.comment = this.comment;
			copy.errors = this.errors.slice();
			copy.warnings = this.warnings.slice();
			copy.options = Object.assign({}, this.options);
			if (this.directives) copy.directives = this.directives.clone();
			copy.schema = this.schema.clone();
			copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** Adds a value to the document. */
		add(value) {
			if (assertCollection(this.contents)) this.contents.add(value);
		}
		/** Adds a value to the document. */
		addIn(path, value) {
			if (assertCollection(this.contents)) this.contents.addIn(path, value);
		}
		/**
		* Create a new `Alias` node, ensuring that the target `node` has the required anchor.
		*
		* If `node` already has an anchor, `name` is ignored.
		* Otherwise, the `node.anchor` value will be set to `name`,
		* or if an anchor with that name is already present in the document,
		* `name` will be used as a prefix for a new unique anchor.
		* If `name` is undefined, the generated anchor will use 'a' as a prefix.
		*/
		createAlias(node, name) {
			if (!node.anchor) {
				const prev = anchors.anchorNames(this);
				node.anchor = !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
			}
			return new Alias.Alias(node.anchor);
		}
		createNode(value, replacer, options) {
			let _replacer = void 0;
			if (typeof replacer === "function") {
				value = replacer.call({ "": value }, "", value);
				_replacer = replacer;
			} else if (Array.isArray(replacer)) {
				const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
				const asStr = replacer.filter(keyToStr).map(String);
				if (asStr.length > 0) replacer = replacer.concat(asStr);
				_replacer = replacer;
			} else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
			const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, anchorPrefix || "a");
			const ctx = {
				aliasDuplicateObjects: aliasDuplicateObjects ?? true,
				keepUndefined: keepUndefined ?? false,
				onAnchor,
				onTagObj,
				replacer: _replacer,
				schema: this.schema,
				sourceObjects
			};
			const node = createNode.createNode(value, tag, ctx);
			if (flow && identity.isCollection(node)) node.flow = true;
			setAnchors();
			return node;
		}
		/**
		* Convert a key and a value into a `Pair` using the current schema,
		* recursively wrapping all values as `Scalar` or `Collection` nodes.
		*/
		createPair(key, value, options = {}) {
			const k = this.createNode(key, null, options);
			const v = this.createNode(value, null, options);
			return new Pair.Pair(k, v);
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			return assertCollection(this.contents) ? this.contents.delete(key) : false;
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			if (Collection.isEmptyPath(path)) {
				if (this.contents == null) return false;
				this.contents = null;
				return true;
			}
			return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		get(key, keepScalar) {
			return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
		}
		/**
		* Returns item at `path`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			if (Collection.isEmptyPath(path)) return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
			return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
		}
		/**
		* Checks if the document includes a value with the key `key`.
		*/
		has(key) {
			return identity.isCollection(this.contents) ? this.contents.has(key) : false;
		}
		/**
		* Checks if the document includes a value at `path`.
		*/
		hasIn(path) {
			if (Collection.isEmptyPath(path)) return this.contents !== void 0;
			return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		set(key, value) {
			if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, [key], value);
			else if (assertCollection(this.contents)) this.contents.set(key, value);
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			if (Collection.isEmptyPath(path)) this.contents = value;
			else if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
			else if (assertCollection(this.contents)) this.contents.setIn(path, value);
		}
		/**
		* Change the YAML version and schema used by the document.
		* A `null` version disables support for directives, explicit tags, anchors, and aliases.
		* It also requires the `schema` option to be given as a `Schema` instance value.
		*
		* Overrides all previously set schema options.
		*/
		setSchema(version, options = {}) {
			if (typeof version === "number") version = String(version);
			let opt;
			switch (version) {
				case "1.1":
					if (this.directives) this.directives.yaml.version = "1.1";
					else this.directives = new directives.Directives({ version: "1.1" });
					opt = {
						resolveKnownTags: false,
						schema: "yaml-1.1"
					};
					break;
				case "1.2":
				case "next":
					if (this.directives) this.directives.yaml.version = version;
					else this.directives = new directives.Directives({ version });
					opt = {
						resolveKnownTags: true,
						schema: "core"
					};
					break;
				case null:
					if (this.directives) delete this.directives;
					opt = null;
					break;
				default: {
					const sv = JSON.stringify(version);
					throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
				}
			}
			if (options.schema instanceof Object) this.schema = options.schema;
			else if (opt) this.schema = new Schema.Schema(Object.assign(opt, options));
			else throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
		}
		toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc: this,
				keep: !json,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
		/**
		* A JSON representation of the document `contents`.
		*
		* @param jsonArg Used by `JSON.stringify` to indicate the array index or
		*   property name.
		*/
		toJSON(jsonArg, onAnchor) {
			return this.toJS({
				json: true,
				jsonArg,
				mapAsMap: false,
				onAnchor
			});
		}
		/** A YAML representation of the document. */
		toString(options = {}) {
			if (this.errors.length > 0) throw new Error("Document with errors cannot be stringified");
			if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
				const s = JSON.stringify(options.indent);
				throw new Error(`"indent" option must be a positive integer, not ${s}`);
			}
			return stringifyDocument.stringifyDocument(this, options);
		}
	};
	function assertCollection(contents) {
		if (identity.isCollection(contents)) return true;
		throw new Error("Expected a YAML collection as document contents");
	}
	exports.Document = Document;
}));
// node_modules/yaml/dist/errors.js
var require_errors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLError = class extends Error {
		constructor(name, pos, code, message) {
			super();
			this.name = name;
			this.code = code;
			this.message = message;
			this.pos = pos;
		}
	};
	var YAMLParseError = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLParseError", pos, code, message);
		}
	};
	var YAMLWarning = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLWarning", pos, code, message);
		}
	};
	const prettifyError = (src, lc) => (error) => {
		if (error.pos[0] === -1) return;
		error.linePos = error.pos.map((pos) => lc.linePos(pos));
		const { line, col } = error.linePos[0];
		error.message += ` at line ${line}, column ${col}`;
		let ci = col - 1;
		let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
		if (ci >= 60 && lineStr.length > 80) {
			const trimStart = Math.min(ci - 39, lineStr.length - 79);
			lineStr = "…" + lineStr.substring(trimStart);
			ci -= trimStart - 1;
		}
		if (lineStr.length > 80) lineStr = lineStr.substring(0, 79) + "…";
		if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
			let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
			if (prev.length > 80) prev = prev.substring(0, 79) + "…\n";
			lineStr = prev + lineStr;
		}
		if (/[^ ]/.test(lineStr)) {
			let count = 1;
			const end = error.linePos[1];
			if (end?.line === line && end.col > col) count = Math.max(1, Math.min(end.col - col, 80 - ci));
			const pointer = " ".repeat(ci) + "^".repeat(count);
			error.message += `:\n\n${lineStr}\n${pointer}\n`;
		}
	};
	exports.YAMLError = YAMLError;
	exports.YAMLParseError = YAMLParseError;
	exports.YAMLWarning = YAMLWarning;
	exports.prettifyError = prettifyError;
}));
// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
		let spaceBefore = false;
		let atNewline = startOnNewline;
		let hasSpace = startOnNewline;
		let comment = "";
		let commentSep = "";
		let hasNewline = false;
		let reqSpace = false;
		let tab = null;
		let anchor = null;
		let tag = null;
		let newlineAfterProp = null;
		let comma = null;
		let found = null;
		let start = null;
		for (const token of tokens) {
			if (reqSpace) {
				if (token.type !== "space" && token.type !== "newline" && token.type !== "comma") onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
				reqSpace = false;
			}
			if (tab) {
				if (atNewline && token.type !== "comment" && token.type !== "newline") onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
				tab = null;
			}
			switch (token.type) {
				case "space":
					if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) tab = token;
					hasSpace = true;
					break;
				case "comment": {
					if (!hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					const cb = token.source.substring(1) || " ";
					if (!comment) comment = cb;
					else comment += commentSep + cb;
					commentSep = "";
					atNewline = false;
					break;
				}
				case "newline":
					if (atNewline) {
						if (comment) comment += token.source;
						else if (!found || indicator !== "seq-item-ind") spaceBefore = true;
					} else commentSep += token.source;
					atNewline = true;
					hasNewline = true;
					if (anchor || tag) newlineAfterProp = token;
					hasSpace = true;
					break;
				case "anchor":
					if (anchor) onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
					if (token.source.endsWith(":")) onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
					anchor = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case "tag":
					if (tag) onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
					tag = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case indicator:
					if (anchor || tag) onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
					if (found) onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
					found = token;
					atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
					hasSpace = false;
					break;
				case "comma": if (flow) {
					if (comma) onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
					comma = token;
					atNewline = false;
					hasSpace = false;
					break;
				}
				default:
					onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
					atNewline = false;
					hasSpace = false;
			}
		}
		const last = tokens[tokens.length - 1];
		const end = last ? last.offset + last.source.length : offset;
		if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
		if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq")) onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
		return {
			comma,
			found,
			spaceBefore,
			comment,
			hasNewline,
			anchor,
			tag,
			newlineAfterProp,
			end,
			start: start ?? end
		};
	}
	exports.resolveProps = resolveProps;
}));
// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = /* @__PURE__ */ __commonJSMin(((exports) => {
	function containsNewline(key) {
		if (!key) return null;
		switch (key.type) {
			case "alias":
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				if (key.source.includes("\n")) return true;
				if (key.end) {
					for (const st of key.end) if (st.type === "newline") return true;
				}
				return false;
			case "flow-collection":
				for (const it of key.items) {
					for (const st of it.start) if (st.type === "newline") return true;
					if (it.sep) {
						for (const st of it.sep) if (st.type === "newline") return true;
					}
					if (containsNewline(it.key) || containsNewline(it.value)) return true;
				}
				return false;
			default: return true;
		}
	}
	exports.containsNewline = containsNewline;
}));
// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = /* @__PURE__ */ __commonJSMin(((exports) => {
	var utilContainsNewline = require_util_contains_newline();
	function flowIndentCheck(indent, fc, onError) {
		if (fc?.type === "flow-collection") {
			const end = fc.end[0];
			if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) onError(end, "BAD_INDENT", "Flow end indicator should be more indented than parent", true);
		}
	}
	exports.flowIndentCheck = flowIndentCheck;
}));
// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	function mapIncludes(ctx, items, search) {
		const { uniqueKeys } = ctx.options;
		if (uniqueKeys === false) return false;
		const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
		return items.some((pair) => isEqual(pair.key, search));
	}
	exports.mapIncludes = mapIncludes;
}));
// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	var utilMapIncludes = require_util_map_includes();
	const startColMsg = "All mapping items must start at the same column";
	function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
		const map = new ((tag?.nodeClass) ?? YAMLMap.YAMLMap)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		let offset = bm.offset;
		let commentEnd = null;
		for (const collItem of bm.items) {
			const { start, key, sep, value } = collItem;
			const keyProps = resolveProps.resolveProps(start, {
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: bm.indent,
				startOnNewline: true
			});
			const implicitKey = !keyProps.found;
			if (implicitKey) {
				if (key) {
					if (key.type === "block-seq") onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
					else if ("indent" in key && key.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
				}
				if (!keyProps.anchor && !keyProps.tag && !sep) {
					commentEnd = keyProps.end;
					if (keyProps.comment) {
						if (map.comment) map.comment += "\n" + keyProps.comment;
						else map.comment = keyProps.comment;
					}
					continue;
				}
				if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
			} else if (keyProps.found?.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
			ctx.atKey = true;
			const keyStart = keyProps.end;
			const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
			ctx.atKey = false;
			if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
			const valueProps = resolveProps.resolveProps(sep ?? [], {
				indicator: "map-value-ind",
				next: value,
				offset: keyNode.range[2],
				onError,
				parentIndent: bm.indent,
				startOnNewline: !key || key.type === "block-scalar"
			});
			offset = valueProps.end;
			if (valueProps.found) {
				if (implicitKey) {
					if (value?.type === "block-map" && !valueProps.hasNewline) onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
					if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024) onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
				if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
				offset = valueNode.range[2];
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			} else {
				if (implicitKey) onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
				if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			}
		}
		if (commentEnd && commentEnd < offset) onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
		map.range = [
			bm.offset,
			offset,
			commentEnd ?? offset
		];
		return map;
	}
	exports.resolveBlockMap = resolveBlockMap;
}));
// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLSeq = require_YAMLSeq();
	var resolveProps = require_resolve_props();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
		const seq = new ((tag?.nodeClass) ?? YAMLSeq.YAMLSeq)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = bs.offset;
		let commentEnd = null;
		for (const { start, value } of bs.items) {
			const props = resolveProps.resolveProps(start, {
				indicator: "seq-item-ind",
				next: value,
				offset,
				onError,
				parentIndent: bs.indent,
				startOnNewline: true
			});
			if (!props.found) {
				if (props.anchor || props.tag || value) {
					if (value?.type === "block-seq") onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
					else onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
				} else {
					commentEnd = props.end;
					if (props.comment) seq.comment = props.comment;
					continue;
				}
			}
			const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
			offset = node.range[2];
			seq.items.push(node);
		}
		seq.range = [
			bs.offset,
			offset,
			commentEnd ?? offset
		];
		return seq;
	}
	exports.resolveBlockSeq = resolveBlockSeq;
}));
// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveEnd(end, offset, reqSpace, onError) {
		let comment = "";
		if (end) {
			let hasSpace = false;
			let sep = "";
			for (const token of end) {
				const { source, type } = token;
				switch (type) {
					case "space":
						hasSpace = true;
						break;
					case "comment": {
						if (reqSpace && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
						const cb = source.substring(1) || " ";
						if (!comment) comment = cb;
						else comment += sep + cb;
						sep = "";
						break;
					}
					case "newline":
						if (comment) sep += source;
						hasSpace = true;
						break;
					default: onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
				}
				offset += source.length;
			}
		}
		return {
			comment,
			offset
		};
	}
	exports.resolveEnd = resolveEnd;
}));
// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilMapIncludes = require_util_map_includes();
	const blockMsg = "Block collections are not allowed within flow collections";
	const isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
	function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
		const isMap = fc.start.source === "{";
		const fcName = isMap ? "flow map" : "flow sequence";
		const coll = new ((tag?.nodeClass) ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq))(ctx.schema);
		coll.flow = true;
		const atRoot = ctx.atRoot;
		if (atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = fc.offset + fc.start.source.length;
		for (let i = 0; i < fc.items.length; ++i) {
			const collItem = fc.items[i];
			const { start, key, sep, value } = collItem;
			const props = resolveProps.resolveProps(start, {
				flow: fcName,
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: fc.indent,
				startOnNewline: false
			});
			if (!props.found) {
				if (!props.anchor && !props.tag && !sep && !value) {
					if (i === 0 && props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
					else if (i < fc.items.length - 1) onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
					if (props.comment) {
						if (coll.comment) coll.comment += "\n" + props.comment;
						else coll.comment = props.comment;
					}
					offset = props.end;
					continue;
				}
				if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key)) onError(key, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
			}
			if (i === 0) {
				if (props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
			} else {
				if (!props.comma) onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
				if (props.comment) {
					let prevItemComment = "";
					loop: for (const st of start) switch (st.type) {
						case "comma":
						case "space": break;
						case "comment":
							prevItemComment = st.source.substring(1);
							break loop;
						default: break loop;
					}
					if (prevItemComment) {
						let prev = coll.items[coll.items.length - 1];
						if (identity.isPair(prev)) prev = prev.value ?? prev.key;
						if (prev.comment) prev.comment += "\n" + prevItemComment;
						else prev.comment = prevItemComment;
						props.comment = props.comment.substring(prevItemComment.length + 1);
					}
				}
			}
			if (!isMap && !sep && !props.found) {
				const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
				coll.items.push(valueNode);
				offset = valueNode.range[2];
				if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
			} else {
				ctx.atKey = true;
				const keyStart = props.end;
				const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
				if (isBlock(key)) onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
				ctx.atKey = false;
				const valueProps = resolveProps.resolveProps(sep ?? [], {
					flow: fcName,
					indicator: "map-value-ind",
					next: value,
					offset: keyNode.range[2],
					onError,
					parentIndent: fc.indent,
					startOnNewline: false
				});
				if (valueProps.found) {
					if (!isMap && !props.found && ctx.options.strict) {
						if (sep) for (const st of sep) {
							if (st === valueProps.found) break;
							if (st.type === "newline") {
								onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
								break;
							}
						}
						if (props.start < valueProps.found.offset - 1024) onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
					}
				} else if (value) {
					if ("source" in value && value.source?.[0] === ":") onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
					else onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
				if (valueNode) {
					if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
				} else if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				if (isMap) {
					const map = coll;
					if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
					map.items.push(pair);
				} else {
					const map = new YAMLMap.YAMLMap(ctx.schema);
					map.flow = true;
					map.items.push(pair);
					const endRange = (valueNode ?? keyNode).range;
					map.range = [
						keyNode.range[0],
						endRange[1],
						endRange[2]
					];
					coll.items.push(map);
				}
				offset = valueNode ? valueNode.range[2] : valueProps.end;
			}
		}
		const expectedEnd = isMap ? "}" : "]";
		const [ce, ...ee] = fc.end;
		let cePos = offset;
		if (ce?.source === expectedEnd) cePos = ce.offset + ce.source.length;
		else {
			const name = fcName[0].toUpperCase() + fcName.substring(1);
			const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
			onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
			if (ce && ce.source.length !== 1) ee.unshift(ce);
		}
		if (ee.length > 0) {
			const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
			if (end.comment) {
				if (coll.comment) coll.comment += "\n" + end.comment;
				else coll.comment = end.comment;
			}
			coll.range = [
				fc.offset,
				cePos,
				end.offset
			];
		} else coll.range = [
			fc.offset,
			cePos,
			cePos
		];
		return coll;
	}
	exports.resolveFlowCollection = resolveFlowCollection;
}));
// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveBlockMap = require_resolve_block_map();
	var resolveBlockSeq = require_resolve_block_seq();
	var resolveFlowCollection = require_resolve_flow_collection();
	function resolveCollection(CN, ctx, token, onError, tagName, tag) {
		const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
		const Coll = coll.constructor;
		if (tagName === "!" || tagName === Coll.tagName) {
			coll.tag = Coll.tagName;
			return coll;
		}
		if (tagName) coll.tag = tagName;
		return coll;
	}
	function composeCollection(CN, ctx, token, props, onError) {
		const tagToken = props.tag;
		const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
		if (token.type === "block-seq") {
			const { anchor, newlineAfterProp: nl } = props;
			const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
			if (lastProp && (!nl || nl.offset < lastProp.offset)) onError(lastProp, "MISSING_CHAR", "Missing newline after block sequence props");
		}
		const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
		if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") return resolveCollection(CN, ctx, token, onError, tagName);
		let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
		if (!tag) {
			const kt = ctx.schema.knownTags[tagName];
			if (kt?.collection === expType) {
				ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
				tag = kt;
			} else {
				if (kt) onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
				else onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
				return resolveCollection(CN, ctx, token, onError, tagName);
			}
		}
		const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
		const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
		const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
		node.range = coll.range;
		node.tag = tagName;
		if (tag?.format) node.format = tag.format;
		return node;
	}
	exports.composeCollection = composeCollection;
}));
// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function resolveBlockScalar(ctx, scalar, onError) {
		const start = scalar.offset;
		const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
		if (!header) return {
			value: "",
			type: null,
			comment: "",
			range: [
				start,
				start,
				start
			]
		};
		const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
		const lines = scalar.source ? splitLines(scalar.source) : [];
		let chompStart = lines.length;
		for (let i = lines.length - 1; i >= 0; --i) {
			const content = lines[i][1];
			if (content === "" || content === "\r") chompStart = i;
			else break;
		}
		if (chompStart === 0) {
			const value = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
			let end = start + header.length;
			if (scalar.source) end += scalar.source.length;
			return {
				value,
				type,
				comment: header.comment,
				range: [
					start,
					end,
					end
				]
			};
		}
		let trimIndent = scalar.indent + header.indent;
		let offset = scalar.offset + header.length;
		let contentStart = 0;
		for (let i = 0; i < chompStart; ++i) {
			const [indent, content] = lines[i];
			if (content === "" || content === "\r") {
				if (header.indent === 0 && indent.length > trimIndent) trimIndent = indent.length;
			} else {
				if (indent.length < trimIndent) onError(offset + indent.length, "MISSING_CHAR", "Block scalars with more-indented leading empty lines must use an explicit indentation indicator");
				if (header.indent === 0) trimIndent = indent.length;
				contentStart = i;
				if (trimIndent === 0 && !ctx.atRoot) onError(offset, "BAD_INDENT", "Block scalar values in collections must be indented");
				break;
			}
			offset += indent.length + content.length + 1;
		}
		for (let i = lines.length - 1; i >= chompStart; --i) if (lines[i][0].length > trimIndent) chompStart = i + 1;
		let value = "";
		let sep = "";
		let prevMoreIndented = false;
		for (let i = 0; i < contentStart; ++i) value += lines[i][0].slice(trimIndent) + "\n";
		for (let i = contentStart; i < chompStart; ++i) {
			let [indent, content] = lines[i];
			offset += indent.length + content.length + 1;
			const crlf = content[content.length - 1] === "\r";
			if (crlf) content = content.slice(0, -1);
			/* istanbul ignore if already caught in lexer */
			if (content && indent.length < trimIndent) {
				const message = `Block scalar lines must not be less indented than their ${header.indent ? "explicit indentation indicator" : "first line"}`;
				onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
				indent = "";
			}
			if (type === Scalar.Scalar.BLOCK_LITERAL) {
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
			} else if (indent.length > trimIndent || content[0] === "	") {
				if (sep === " ") sep = "\n";
				else if (!prevMoreIndented && sep === "\n") sep = "\n\n";
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
				prevMoreIndented = true;
			} else if (content === "") {
				if (sep === "\n") value += "\n";
				else sep = "\n";
			} else {
				value += sep + content;
				sep = " ";
				prevMoreIndented = false;
			}
		}
		switch (header.chomp) {
			case "-": break;
			case "+":
				for (let i = chompStart; i < lines.length; ++i) value += "\n" + lines[i][0].slice(trimIndent);
				if (value[value.length - 1] !== "\n") value += "\n";
				break;
			default: value += "\n";
		}
		const end = start + header.length + scalar.source.length;
		return {
			value,
			type,
			comment: header.comment,
			range: [
				start,
				end,
				end
			]
		};
	}
	function parseBlockScalarHeader({ offset, props }, strict, onError) {
		/* istanbul ignore if should not happen */
		if (props[0].type !== "block-scalar-header") {
			onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
			return null;
		}
		const { source } = props[0];
		const mode = source[0];
		let indent = 0;
		let chomp = "";
		let error = -1;
		for (let i = 1; i < source.length; ++i) {
			const ch = source[i];
			if (!chomp && (ch === "-" || ch === "+")) chomp = ch;
			else {
				const n = Number(ch);
				if (!indent && n) indent = n;
				else if (error === -1) error = offset + i;
			}
		}
		if (error !== -1) onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
		let hasSpace = false;
		let comment = "";
		let length = source.length;
		for (let i = 1; i < props.length; ++i) {
			const token = props[i];
			switch (token.type) {
				case "space": hasSpace = true;
				case "newline":
					length += token.source.length;
					break;
				case "comment":
					if (strict && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					length += token.source.length;
					comment = token.source.substring(1);
					break;
				case "error":
					onError(token, "UNEXPECTED_TOKEN", token.message);
					length += token.source.length;
					break;
				/* istanbul ignore next should not happen */
				default: {
					onError(token, "UNEXPECTED_TOKEN", `Unexpected token in block scalar header: ${token.type}`);
					const ts = token.source;
					if (ts && typeof ts === "string") length += ts.length;
				}
			}
		}
		return {
			mode,
			indent,
			chomp,
			comment,
			length
		};
	}
	/** @returns Array of lines split up as `[indent, content]` */
	function splitLines(source) {
		const split = source.split(/\n( *)/);
		const first = split[0];
		const m = first.match(/^( *)/);
		const lines = [m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first]];
		for (let i = 1; i < split.length; i += 2) lines.push([split[i], split[i + 1]]);
		return lines;
	}
	exports.resolveBlockScalar = resolveBlockScalar;
}));
// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var resolveEnd = require_resolve_end();
	function resolveFlowScalar(scalar, strict, onError) {
		const { offset, type, source, end } = scalar;
		let _type;
		let value;
		const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
		switch (type) {
			case "scalar":
				_type = Scalar.Scalar.PLAIN;
				value = plainValue(source, _onError);
				break;
			case "single-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_SINGLE;
				value = singleQuotedValue(source, _onError);
				break;
			case "double-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_DOUBLE;
				value = doubleQuotedValue(source, _onError);
				break;
			/* istanbul ignore next should not happen */
			default:
				onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
				return {
					value: "",
					type: null,
					comment: "",
					range: [
						offset,
						offset + source.length,
						offset + source.length
					]
				};
		}
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
		return {
			value,
			type: _type,
			comment: re.comment,
			range: [
				offset,
				valueEnd,
				re.offset
			]
		};
	}
	function plainValue(source, onError) {
		let badChar = "";
		switch (source[0]) {
			/* istanbul ignore next should not happen */
			case "	":
				badChar = "a tab character";
				break;
			case ",":
				badChar = "flow indicator character ,";
				break;
			case "%":
				badChar = "directive indicator character %";
				break;
			case "|":
			case ">":
				badChar = `block scalar indicator ${source[0]}`;
				break;
			case "@":
			case "`": badChar = `reserved character ${source[0]}`;
		}
		if (badChar) onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
		return unfoldLines(source);
	}
	function singleQuotedValue(source, onError) {
		if (source[source.length - 1] !== "'" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
		return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
	}
	function unfoldLines(source) {
		const line = /(.*?)\r?\n/sy;
		let match = line.exec(source);
		if (!match) return source;
		/**
		* The negative lookbehinds in these RegExps are to
		* prevent causing a polynomial search time in certain cases.
		*
		* The try-catch is for Safari < 16.4 and other old browsers:
		* https://caniuse.com/js-regexp-lookbehind
		*/
		let trimEnd, trimBoth;
		try {
			trimEnd = new RegExp("(?<![ 	])[ 	]+$");
			trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
		} catch {
			trimEnd = /[ \t]+$/;
			trimBoth = /^[ \t]+|[ \t]+$/g;
		}
		let res = match[1].replace(trimEnd, "");
		let sep = " ";
		let pos = line.lastIndex;
		while (match = line.exec(source)) {
			const lm = match[1].replace(trimBoth, "");
			if (lm === "") {
				if (sep === "\n") res += sep;
				else sep = "\n";
			} else {
				res += sep + lm;
				sep = " ";
			}
			pos = line.lastIndex;
		}
		const last = /[ \t]*(.*)/sy;
		last.lastIndex = pos;
		match = last.exec(source);
		return res + sep + (match?.[1] ?? "");
	}
	function doubleQuotedValue(source, onError) {
		let res = "";
		for (let i = 1; i < source.length - 1; ++i) {
			const ch = source[i];
			if (ch === "\r" && source[i + 1] === "\n") continue;
			if (ch === "\n") {
				const { fold, offset } = foldNewline(source, i);
				res += fold;
				i = offset;
			} else if (ch === "\\") {
				let next = source[++i];
				const cc = escapeCodes[next];
				if (cc) res += cc;
				else if (next === "\n") {
					next = source[i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "\r" && source[i + 1] === "\n") {
					next = source[++i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "x" || next === "u" || next === "U") {
					const length = next === "x" ? 2 : next === "u" ? 4 : 8;
					res += parseCharCode(source, i + 1, length, onError);
					i += length;
				} else {
					const raw = source.substr(i - 1, 2);
					onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
					res += raw;
				}
			} else if (ch === " " || ch === "	") {
				const wsStart = i;
				let next = source[i + 1];
				while (next === " " || next === "	") next = source[++i + 1];
				if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n")) res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
			} else res += ch;
		}
		if (source[source.length - 1] !== "\"" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing \"quote");
		return res;
	}
	/**
	* Fold a single newline into a space, multiple newlines to N - 1 newlines.
	* Presumes `source[offset] === '\n'`
	*/
	function foldNewline(source, offset) {
		let fold = "";
		let ch = source[offset + 1];
		while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
			if (ch === "\r" && source[offset + 2] !== "\n") break;
			if (ch === "\n") fold += "\n";
			offset += 1;
			ch = source[offset + 1];
		}
		if (!fold) fold = " ";
		return {
			fold,
			offset
		};
	}
	const escapeCodes = {
		"0": "\0",
		a: "\x07",
		b: "\b",
		e: "\x1B",
		f: "\f",
		n: "\n",
		r: "\r",
		t: "	",
		v: "\v",
		N: "",
		_: "\xA0",
		L: "\u2028",
		P: "\u2029",
		" ": " ",
		"\"": "\"",
		"/": "/",
		"\\": "\\",
		"	": "	"
	};
	function parseCharCode(source, offset, length, onError) {
		const cc = source.substr(offset, length);
		const code = cc.length === length && /^[0-9a-fA-F]+$/.test(cc) ? parseInt(cc, 16) : NaN;
		try {
			return String.fromCodePoint(code);
		} catch {
			const raw = source.substr(offset - 2, length + 2);
			onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
			return raw;
		}
	}
	exports.resolveFlowScalar = resolveFlowScalar;
}));
// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	function composeScalar(ctx, token, tagToken, onError) {
		const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
		const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
		let tag;
		if (ctx.options.stringKeys && ctx.atKey) tag = ctx.schema[identity.SCALAR];
		else if (tagName) tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
		else if (token.type === "scalar") tag = findScalarTagByTest(ctx, value, token, onError);
		else tag = ctx.schema[identity.SCALAR];
		let scalar;
		try {
			const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
			scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
		} catch (error) {
			const msg = error instanceof Error ? error.message : String(error);
			onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
			scalar = new Scalar.Scalar(value);
		}
		scalar.range = range;
		scalar.source = value;
		if (type) scalar.type = type;
		if (tagName) scalar.tag = tagName;
		if (tag.format) scalar.format = tag.format;
		if (comment) scalar.comment = comment;
		return scalar;
	}
	function findScalarTagByName(schema, value, tagName, tagToken, onError) {
		if (tagName === "!") return schema[identity.SCALAR];
		const matchWithTest = [];
		for (const tag of schema.tags) if (!tag.collection && tag.tag === tagName) {
			if (tag.default && tag.test) matchWithTest.push(tag);
			else return tag;
		}
		for (const tag of matchWithTest) if (tag.test?.test(value)) return tag;
		const kt = schema.knownTags[tagName];
		if (kt && !kt.collection) {
			schema.tags.push(Object.assign({}, kt, {
				default: false,
				test: void 0
			}));
			return kt;
		}
		onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
		return schema[identity.SCALAR];
	}
	function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
		const tag = schema.tags.find((tag) => (tag.default === true || atKey && tag.default === "key") && tag.test?.test(value)) || schema[identity.SCALAR];
		if (schema.compat) {
			const compat = schema.compat.find((tag) => tag.default && tag.test?.test(value)) ?? schema[identity.SCALAR];
			if (tag.tag !== compat.tag) onError(token, "TAG_RESOLVE_FAILED", `Value may be parsed as either ${directives.tagString(tag.tag)} or ${directives.tagString(compat.tag)}`, true);
		}
		return tag;
	}
	exports.composeScalar = composeScalar;
}));
// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = /* @__PURE__ */ __commonJSMin(((exports) => {
	function emptyScalarPosition(offset, before, pos) {
		if (before) {
			pos ?? (pos = before.length);
			for (let i = pos - 1; i >= 0; --i) {
				let st = before[i];
				switch (st.type) {
					case "space":
					case "comment":
					case "newline":
						offset -= st.source.length;
						continue;
				}
				st = before[++i];
				while (st?.type === "space") {
					offset += st.source.length;
					st = before[++i];
				}
				break;
			}
		}
		return offset;
	}
	exports.emptyScalarPosition = emptyScalarPosition;
}));
// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var composeCollection = require_compose_collection();
	var composeScalar = require_compose_scalar();
	var resolveEnd = require_resolve_end();
	var utilEmptyScalarPosition = require_util_empty_scalar_position();
	const CN = {
		composeNode,
		composeEmptyNode
	};
	function composeNode(ctx, token, props, onError) {
		const atKey = ctx.atKey;
		const { spaceBefore, comment, anchor, tag } = props;
		let node;
		let isSrcToken = true;
		switch (token.type) {
			case "alias":
				node = composeAlias(ctx, token, onError);
				if (anchor || tag) onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
				break;
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "block-scalar":
				node = composeScalar.composeScalar(ctx, token, tag, onError);
				if (anchor) node.anchor = anchor.source.substring(1);
				break;
			case "block-map":
			case "block-seq":
			case "flow-collection":
				try {
					node = composeCollection.composeCollection(CN, ctx, token, props, onError);
					if (anchor) node.anchor = anchor.source.substring(1);
				} catch (error) {
					onError(token, "RESOURCE_EXHAUSTION", error instanceof Error ? error.message : String(error));
				}
				break;
			default:
				onError(token, "UNEXPECTED_TOKEN", token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`);
				isSrcToken = false;
		}
		node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
		if (anchor && node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) onError(tag ?? token, "NON_STRING_KEY", "With stringKeys, all keys must be strings");
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			if (token.type === "scalar" && token.source === "") node.comment = comment;
			else node.commentBefore = comment;
		}
		if (ctx.options.keepSourceTokens && isSrcToken) node.srcToken = token;
		return node;
	}
	function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
		const token = {
			type: "scalar",
			offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
			indent: -1,
			source: ""
		};
		const node = composeScalar.composeScalar(ctx, token, tag, onError);
		if (anchor) {
			node.anchor = anchor.source.substring(1);
			if (node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		}
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			node.comment = comment;
			node.range[2] = end;
		}
		return node;
	}
	function composeAlias({ options }, { offset, source, end }, onError) {
		const alias = new Alias.Alias(source.substring(1));
		if (alias.source === "") onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
		if (alias.source.endsWith(":")) onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
		alias.range = [
			offset,
			valueEnd,
			re.offset
		];
		if (re.comment) alias.comment = re.comment;
		return alias;
	}
	exports.composeEmptyNode = composeEmptyNode;
	exports.composeNode = composeNode;
}));
// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Document = require_Document();
	var composeNode = require_compose_node();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	function composeDoc(options, directives, { offset, start, value, end }, onError) {
		const opts = Object.assign({ _directives: directives }, options);
		const doc = new Document.Document(void 0, opts);
		const ctx = {
			atKey: false,
			atRoot: true,
			directives: doc.directives,
			options: doc.options,
			schema: doc.schema
		};
		const props = resolveProps.resolveProps(start, {
			indicator: "doc-start",
			next: value ?? end?.[0],
			offset,
			onError,
			parentIndent: 0,
			startOnNewline: true
		});
		if (props.found) {
			doc.directives.docStart = true;
			if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline) onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
		}
		doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
		const contentEnd = doc.contents.range[2];
		const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
		if (re.comment) doc.comment = re.comment;
		doc.range = [
			offset,
			contentEnd,
			re.offset
		];
		return doc;
	}
	exports.composeDoc = composeDoc;
}));
// node_modules/yaml/dist/compose/composer.js
var require_composer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var directives = require_directives();
	var Document = require_Document();
	var errors = require_errors();
	var identity = require_identity();
	var composeDoc = require_compose_doc();
	var resolveEnd = require_resolve_end();
	function getErrorPos(src) {
		if (typeof src === "number") return [src, src + 1];
		if (Array.isArray(src)) return src.length === 2 ? src : [src[0], src[1]];
		const { offset, source } = src;
		return [offset, offset + (typeof source === "string" ? source.length : 1)];
	}
	function parsePrelude(prelude) {
		let comment = "";
		let atComment = false;
		let afterEmptyLine = false;
		for (let i = 0; i < prelude.length; ++i) {
			const source = prelude[i];
			switch (source[0]) {
				case "#":
					comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
					atComment = true;
					afterEmptyLine = false;
					break;
				case "%":
					if (prelude[i + 1]?.[0] !== "#") i += 1;
					atComment = false;
					break;
				default:
					if (!atComment) afterEmptyLine = true;
					atComment = false;
			}
		}
		return {
			comment,
			afterEmptyLine
		};
	}
	/**
	* Compose a stream of CST nodes into a stream of YAML Documents.
	*
	* ```ts
	* import { Composer, Parser } from 'yaml'
	*
	* const src: string = ...
	* const tokens = new Parser().parse(src)
	* const docs = new Composer().compose(tokens)
	* ```
	*/
	var Composer = class {
		constructor(options = {}) {
			this.doc = null;
			this.atDirectives = false;
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
			this.onError = (source, code, message, warning) => {
				const pos = getErrorPos(source);
				if (warning) this.warnings.push(new errors.YAMLWarning(pos, code, message));
				else this.errors.push(new errors.YAMLParseError(pos, code, message));
			};
			this.directives = new directives.Directives({ version: options.version || "1.2" });
			this.options = options;
		}
		decorate(doc, afterDoc) {
			const { comment, afterEmptyLine } = parsePrelude(this.prelude);
			if (comment) {
				const dc = doc.contents;
				if (afterDoc) doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
				else if (afterEmptyLine || doc.directives.docStart || !dc) doc.commentBefore = comment;
				else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
					let it = dc.items[0];
					if (identity.isPair(it)) it = it.key;
					const cb = it.commentBefore;
					it.commentBefore = cb ? `${comment}\n${cb}` : comment;
				} else {
					const cb = dc.commentBefore;
					dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
				}
			}
			if (afterDoc) {
				for (let i = 0; i < this.errors.length; ++i) doc.errors.push(this.errors[i]);
				for (let i = 0; i < this.warnings.length; ++i) doc.warnings.push(this.warnings[i]);
			} else {
				doc.errors = this.errors;
				doc.warnings = this.warnings;
			}
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
		}
		/**
		* Current stream status information.
		*
		* Mostly useful at the end of input for an empty stream.
		*/
		streamInfo() {
			return {
				comment: parsePrelude(this.prelude).comment,
				directives: this.directives,
				errors: this.errors,
				warnings: this.warnings
			};
		}
		/**
		* Compose tokens into documents.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*compose(tokens, forceDoc = false, endOffset = -1) {
			for (const token of tokens) yield* this.next(token);
			yield* this.end(forceDoc, endOffset);
		}
		/** Advance the composer by one CST token. */
		*next(token) {
			if (node_process.env.LOG_STREAM) console.dir(token, { depth: null });
			switch (token.type) {
				case "directive":
					this.directives.add(token.source, (offset, message, warning) => {
						const pos = getErrorPos(token);
						pos[0] += offset;
						this.onError(pos, "BAD_DIRECTIVE", message, warning);
					});
					this.prelude.push(token.source);
					this.atDirectives = true;
					break;
				case "document": {
					const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
					if (this.atDirectives && !doc.directives.docStart) this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
					this.decorate(doc, false);
					if (this.doc) yield this.doc;
					this.doc = doc;
					this.atDirectives = false;
					break;
				}
				case "byte-order-mark":
				case "space": break;
				case "comment":
				case "newline":
					this.prelude.push(token.source);
					break;
				case "error": {
					const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
					const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
					if (this.atDirectives || !this.doc) this.errors.push(error);
					else this.doc.errors.push(error);
					break;
				}
				case "doc-end": {
					if (!this.doc) {
						this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", "Unexpected doc-end without preceding document"));
						break;
					}
					this.doc.directives.docEnd = true;
					const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
					this.decorate(this.doc, true);
					if (end.comment) {
						const dc = this.doc.comment;
						this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
					}
					this.doc.range[2] = end.offset;
					break;
				}
				default: this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
			}
		}
		/**
		* Call at end of input to yield any remaining document.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*end(forceDoc = false, endOffset = -1) {
			if (this.doc) {
				this.decorate(this.doc, true);
				yield this.doc;
				this.doc = null;
			} else if (forceDoc) {
				const opts = Object.assign({ _directives: this.directives }, this.options);
				const doc = new Document.Document(void 0, opts);
				if (this.atDirectives) this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
				doc.range = [
					0,
					endOffset,
					endOffset
				];
				this.decorate(doc, false);
				yield doc;
			}
		}
	};
	exports.Composer = Composer;
}));
// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	var errors = require_errors();
	var stringifyString = require_stringifyString();
	function resolveAsScalar(token, strict = true, onError) {
		if (token) {
			const _onError = (pos, code, message) => {
				const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
				if (onError) onError(offset, code, message);
				else throw new errors.YAMLParseError([offset, offset + 1], code, message);
			};
			switch (token.type) {
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
				case "block-scalar": return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
			}
		}
		return null;
	}
	/**
	* Create a new scalar token with `value`
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.indent The indent level of the token.
	* @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
	* @param context.offset The offset position of the token.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function createScalarToken(value, context) {
		const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey,
			indent: indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		const end = context.end ?? [{
			type: "newline",
			offset: -1,
			indent,
			source: "\n"
		}];
		switch (source[0]) {
			case "|":
			case ">": {
				const he = source.indexOf("\n");
				const head = source.substring(0, he);
				const body = source.substring(he + 1) + "\n";
				const props = [{
					type: "block-scalar-header",
					offset,
					indent,
					source: head
				}];
				if (!addEndtoBlockProps(props, end)) props.push({
					type: "newline",
					offset: -1,
					indent,
					source: "\n"
				});
				return {
					type: "block-scalar",
					offset,
					indent,
					props,
					source: body
				};
			}
			case "\"": return {
				type: "double-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			case "'": return {
				type: "single-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			default: return {
				type: "scalar",
				offset,
				indent,
				source,
				end
			};
		}
	}
	/**
	* Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
	*
	* Best efforts are made to retain any comments previously associated with the `token`,
	* though all contents within a collection's `items` will be overwritten.
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.afterKey In most cases, values after a key should have an additional level of indentation.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function setScalarValue(token, value, context = {}) {
		let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
		let indent = "indent" in token ? token.indent : null;
		if (afterKey && typeof indent === "number") indent += 2;
		if (!type) switch (token.type) {
			case "single-quoted-scalar":
				type = "QUOTE_SINGLE";
				break;
			case "double-quoted-scalar":
				type = "QUOTE_DOUBLE";
				break;
			case "block-scalar": {
				const header = token.props[0];
				if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
				type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
				break;
			}
			default: type = "PLAIN";
		}
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey: implicitKey || indent === null,
			indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		switch (source[0]) {
			case "|":
			case ">":
				setBlockScalarValue(token, source);
				break;
			case "\"":
				setFlowScalarValue(token, source, "double-quoted-scalar");
				break;
			case "'":
				setFlowScalarValue(token, source, "single-quoted-scalar");
				break;
			default: setFlowScalarValue(token, source, "scalar");
		}
	}
	function setBlockScalarValue(token, source) {
		const he = source.indexOf("\n");
		const head = source.substring(0, he);
		const body = source.substring(he + 1) + "\n";
		if (token.type === "block-scalar") {
			const header = token.props[0];
			if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
			header.source = head;
			token.source = body;
		} else {
			const { offset } = token;
			const indent = "indent" in token ? token.indent : -1;
			const props = [{
				type: "block-scalar-header",
				offset,
				indent,
				source: head
			}];
			if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0)) props.push({
				type: "newline",
				offset: -1,
				indent,
				source: "\n"
			});
			for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
			Object.assign(token, {
				type: "block-scalar",
				indent,
				props,
				source: body
			});
		}
	}
	/** @returns `true` if last token is a newline */
	function addEndtoBlockProps(props, end) {
		if (end) for (const st of end) switch (st.type) {
			case "space":
			case "comment":
				props.push(st);
				break;
			case "newline":
				props.push(st);
				return true;
		}
		return false;
	}
	function setFlowScalarValue(token, source, type) {
		switch (token.type) {
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				token.type = type;
				token.source = source;
				break;
			case "block-scalar": {
				const end = token.props.slice(1);
				let oa = source.length;
				if (token.props[0].type === "block-scalar-header") oa -= token.props[0].source.length;
				for (const tok of end) tok.offset += oa;
				delete token.props;
				Object.assign(token, {
					type,
					source,
					end
				});
				break;
			}
			case "block-map":
			case "block-seq": {
				const nl = {
					type: "newline",
					offset: token.offset + source.length,
					indent: token.indent,
					source: "\n"
				};
				delete token.items;
				Object.assign(token, {
					type,
					source,
					end: [nl]
				});
				break;
			}
			default: {
				const indent = "indent" in token ? token.indent : -1;
				const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
				for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
				Object.assign(token, {
					type,
					indent,
					source,
					end
				});
			}
		}
	}
	exports.createScalarToken = createScalarToken;
	exports.resolveAsScalar = resolveAsScalar;
	exports.setScalarValue = setScalarValue;
}));
// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Stringify a CST document, token, or collection item
	*
	* Fair warning: This applies no validation whatsoever, and
	* simply concatenates the sources in their logical order.
	*/
	const stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
	function stringifyToken(token) {
		switch (token.type) {
			case "block-scalar": {
				let res = "";
				for (const tok of token.props) res += stringifyToken(tok);
				return res + token.source;
			}
			case "block-map":
			case "block-seq": {
				let res = "";
				for (const item of token.items) res += stringifyItem(item);
				return res;
			}
			case "flow-collection": {
				let res = token.start.source;
				for (const item of token.items) res += stringifyItem(item);
				for (const st of token.end) res += st.source;
				return res;
			}
			case "document": {
				let res = stringifyItem(token);
				if (token.end) for (const st of token.end) res += st.source;
				return res;
			}
			default: {
				let res = token.source;
				if ("end" in token && token.end) for (const st of token.end) res += st.source;
				return res;
			}
		}
	}
	function stringifyItem({ start, key, sep, value }) {
		let res = "";
		for (const st of start) res += st.source;
		if (key) res += stringifyToken(key);
		if (sep) for (const st of sep) res += st.source;
		if (value) res += stringifyToken(value);
		return res;
	}
	exports.stringify = stringify;
}));
// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove item");
	/**
	* Apply a visitor to a CST document or item.
	*
	* Walks through the tree (depth-first) starting from the root, calling a
	* `visitor` function with two arguments when entering each item:
	*   - `item`: The current item, which included the following members:
	*     - `start: SourceToken[]` – Source tokens before the key or value,
	*       possibly including its anchor or tag.
	*     - `key?: Token | null` – Set for pair values. May then be `null`, if
	*       the key before the `:` separator is empty.
	*     - `sep?: SourceToken[]` – Source tokens between the key and the value,
	*       which should include the `:` map value indicator if `value` is set.
	*     - `value?: Token` – The value of a sequence item, or of a map pair.
	*   - `path`: The steps from the root to the current node, as an array of
	*     `['key' | 'value', number]` tuples.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this token, continue with
	*      next sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current item, then continue with the next one
	*   - `number`: Set the index of the next step. This is useful especially if
	*     the index of the current token has changed.
	*   - `function`: Define the next visitor for this item. After the original
	*     visitor is called on item entry, next visitors are called after handling
	*     a non-empty `key` and when exiting the item.
	*/
	function visit(cst, visitor) {
		if ("type" in cst && cst.type === "document") cst = {
			start: cst.start,
			value: cst.value
		};
		_visit(Object.freeze([]), cst, visitor);
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current item */
	visit.SKIP = SKIP;
	/** Remove the current item */
	visit.REMOVE = REMOVE;
	/** Find the item at `path` from `cst` as the root */
	visit.itemAtPath = (cst, path) => {
		let item = cst;
		for (const [field, index] of path) {
			const tok = item?.[field];
			if (tok && "items" in tok) item = tok.items[index];
			else return void 0;
		}
		return item;
	};
	/**
	* Get the immediate parent collection of the item at `path` from `cst` as the root.
	*
	* Throws an error if the collection is not found, which should never happen if the item itself exists.
	*/
	visit.parentCollection = (cst, path) => {
		const parent = visit.itemAtPath(cst, path.slice(0, -1));
		const field = path[path.length - 1][0];
		const coll = parent?.[field];
		if (coll && "items" in coll) return coll;
		throw new Error("Parent collection not found");
	};
	function _visit(path, item, visitor) {
		let ctrl = visitor(item, path);
		if (typeof ctrl === "symbol") return ctrl;
		for (const field of ["key", "value"]) {
			const token = item[field];
			if (token && "items" in token) {
				for (let i = 0; i < token.items.length; ++i) {
					const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						token.items.splice(i, 1);
						i -= 1;
					}
				}
				if (typeof ctrl === "function" && field === "key") ctrl = ctrl(item, path);
			}
		}
		return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
	}
	exports.visit = visit;
}));
// node_modules/yaml/dist/parse/cst.js
var require_cst = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cstScalar = require_cst_scalar();
	var cstStringify = require_cst_stringify();
	var cstVisit = require_cst_visit();
	/** The byte order mark */
	const BOM = "﻿";
	/** Start of doc-mode */
	const DOCUMENT = "";
	/** Unexpected end of flow-mode */
	const FLOW_END = "";
	/** Next token is a scalar value */
	const SCALAR = "";
	/** @returns `true` if `token` is a flow or block collection */
	const isCollection = (token) => !!token && "items" in token;
	/** @returns `true` if `token` is a flow or block scalar; not an alias */
	const isScalar = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
	/* istanbul ignore next */
	/** Get a printable representation of a lexer token */
	function prettyToken(token) {
		switch (token) {
			case BOM: return "<BOM>";
			case DOCUMENT: return "<DOC>";
			case FLOW_END: return "<FLOW_END>";
			case SCALAR: return "<SCALAR>";
			default: return JSON.stringify(token);
		}
	}
	/** Identify the type of a lexer token. May return `null` for unknown tokens. */
	function tokenType(source) {
		switch (source) {
			case BOM: return "byte-order-mark";
			case DOCUMENT: return "doc-mode";
			case FLOW_END: return "flow-error-end";
			case SCALAR: return "scalar";
			case "---": return "doc-start";
			case "...": return "doc-end";
			case "":
			case "\n":
			case "\r\n": return "newline";
			case "-": return "seq-item-ind";
			case "?": return "explicit-key-ind";
			case ":": return "map-value-ind";
			case "{": return "flow-map-start";
			case "}": return "flow-map-end";
			case "[": return "flow-seq-start";
			case "]": return "flow-seq-end";
			case ",": return "comma";
		}
		switch (source[0]) {
			case " ":
			case "	": return "space";
			case "#": return "comment";
			case "%": return "directive-line";
			case "*": return "alias";
			case "&": return "anchor";
			case "!": return "tag";
			case "'": return "single-quoted-scalar";
			case "\"": return "double-quoted-scalar";
			case "|":
			case ">": return "block-scalar-header";
		}
		return null;
	}
	exports.createScalarToken = cstScalar.createScalarToken;
	exports.resolveAsScalar = cstScalar.resolveAsScalar;
	exports.setScalarValue = cstScalar.setScalarValue;
	exports.stringify = cstStringify.stringify;
	exports.visit = cstVisit.visit;
	exports.BOM = BOM;
	exports.DOCUMENT = DOCUMENT;
	exports.FLOW_END = FLOW_END;
	exports.SCALAR = SCALAR;
	exports.isCollection = isCollection;
	exports.isScalar = isScalar;
	exports.prettyToken = prettyToken;
	exports.tokenType = tokenType;
}));
// node_modules/yaml/dist/parse/lexer.js
var require_lexer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cst = require_cst();
	function isEmpty(ch) {
		switch (ch) {
			case void 0:
			case " ":
			case "\n":
			case "\r":
			case "	": return true;
			default: return false;
		}
	}
	const hexDigits = /* @__PURE__ */ new Set("0123456789ABCDEFabcdef");
	const tagChars = /* @__PURE__ */ new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
	const flowIndicatorChars = /* @__PURE__ */ new Set(",[]{}");
	const invalidAnchorChars = /* @__PURE__ */ new Set(" ,[]{}\n\r	");
	const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
	/**
	* Splits an input string into lexical tokens, i.e. smaller strings that are
	* easily identifiable by `tokens.tokenType()`.
	*
	* Lexing starts always in a "stream" context. Incomplete input may be buffered
	* until a complete token can be emitted.
	*
	* In addition to slices of the original input, the following control characters
	* may also be emitted:
	*
	* - `\x02` (Start of Text): A document starts with the next token
	* - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
	* - `\x1f` (Unit Separator): Next token is a scalar value
	* - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
	*/
	var Lexer = class {
		constructor() {
			/**
			* Flag indicating whether the end of the current buffer marks the end of
			* all input
			*/
			this.atEnd = false;
			/**
			* Explicit indent set in block scalar header, as an offset from the current
			* minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
			* explicitly set.
			*/
			this.blockScalarIndent = -1;
			/**
			* Block scalars that include a + (keep) chomping indicator in their header
			* include trailing empty lines, which are otherwise excluded from the
			* scalar's contents.
			*/
			this.blockScalarKeep = false;
			/** Current input */
			this.buffer = "";
			/**
			* Flag noting whether the map value indicator : can immediately follow this
			* node within a flow context.
			*/
			this.flowKey = false;
			/** Count of surrounding flow collection levels. */
			this.flowLevel = 0;
			/**
			* Minimum level of indentation required for next lines to be parsed as a
			* part of the current scalar value.
			*/
			this.indentNext = 0;
			/** Indentation level of the current line. */
			this.indentValue = 0;
			/** Position of the next \n character. */
			this.lineEndPos = null;
			/** Stores the state of the lexer if reaching the end of incpomplete input */
			this.next = null;
			/** A pointer to `buffer`; the current position of the lexer. */
			this.pos = 0;
		}
		/**
		* Generate YAML tokens from the `source` string. If `incomplete`,
		* a part of the last line may be left as a buffer for the next call.
		*
		* @returns A generator of lexical tokens
		*/
		*lex(source, incomplete = false) {
			if (source) {
				if (typeof source !== "string") throw TypeError("source is not a string");
				this.buffer = this.buffer ? this.buffer + source : source;
				this.lineEndPos = null;
			}
			this.atEnd = !incomplete;
			let next = this.next ?? "stream";
			while (next && (incomplete || this.hasChars(1))) next = yield* this.parseNext(next);
		}
		atLineEnd() {
			let i = this.pos;
			let ch = this.buffer[i];
			while (ch === " " || ch === "	") ch = this.buffer[++i];
			if (!ch || ch === "#" || ch === "\n") return true;
			if (ch === "\r") return this.buffer[i + 1] === "\n";
			return false;
		}
		charAt(n) {
			return this.buffer[this.pos + n];
		}
		continueScalar(offset) {
			let ch = this.buffer[offset];
			if (this.indentNext > 0) {
				let indent = 0;
				while (ch === " ") ch = this.buffer[++indent + offset];
				if (ch === "\r") {
					const next = this.buffer[indent + offset + 1];
					if (next === "\n" || !next && !this.atEnd) return offset + indent + 1;
				}
				return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
			}
			if (ch === "-" || ch === ".") {
				const dt = this.buffer.substr(offset, 3);
				if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3])) return -1;
			}
			return offset;
		}
		getLine() {
			let end = this.lineEndPos;
			if (typeof end !== "number" || end !== -1 && end < this.pos) {
				end = this.buffer.indexOf("\n", this.pos);
				this.lineEndPos = end;
			}
			if (end === -1) return this.atEnd ? this.buffer.substring(this.pos) : null;
			if (this.buffer[end - 1] === "\r") end -= 1;
			return this.buffer.substring(this.pos, end);
		}
		hasChars(n) {
			return this.pos + n <= this.buffer.length;
		}
		setNext(state) {
			this.buffer = this.buffer.substring(this.pos);
			this.pos = 0;
			this.lineEndPos = null;
			this.next = state;
			return null;
		}
		peek(n) {
			return this.buffer.substr(this.pos, n);
		}
		*parseNext(next) {
			switch (next) {
				case "stream": return yield* this.parseStream();
				case "line-start": return yield* this.parseLineStart();
				case "block-start": return yield* this.parseBlockStart();
				case "doc": return yield* this.parseDocument();
				case "flow": return yield* this.parseFlowCollection();
				case "quoted-scalar": return yield* this.parseQuotedScalar();
				case "block-scalar": return yield* this.parseBlockScalar();
				case "plain-scalar": return yield* this.parsePlainScalar();
			}
		}
		*parseStream() {
			let line = this.getLine();
			if (line === null) return this.setNext("stream");
			if (line[0] === cst.BOM) {
				yield* this.pushCount(1);
				line = line.substring(1);
			}
			if (line[0] === "%") {
				let dirEnd = line.length;
				let cs = line.indexOf("#");
				while (cs !== -1) {
					const ch = line[cs - 1];
					if (ch === " " || ch === "	") {
						dirEnd = cs - 1;
						break;
					} else cs = line.indexOf("#", cs + 1);
				}
				while (true) {
					const ch = line[dirEnd - 1];
					if (ch === " " || ch === "	") dirEnd -= 1;
					else break;
				}
				const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
				yield* this.pushCount(line.length - n);
				this.pushNewline();
				return "stream";
			}
			if (this.atLineEnd()) {
				const sp = yield* this.pushSpaces(true);
				yield* this.pushCount(line.length - sp);
				yield* this.pushNewline();
				return "stream";
			}
			yield cst.DOCUMENT;
			return yield* this.parseLineStart();
		}
		*parseLineStart() {
			const ch = this.charAt(0);
			if (!ch && !this.atEnd) return this.setNext("line-start");
			if (ch === "-" || ch === ".") {
				if (!this.atEnd && !this.hasChars(4)) return this.setNext("line-start");
				const s = this.peek(3);
				if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
					yield* this.pushCount(3);
					this.indentValue = 0;
					this.indentNext = 0;
					return s === "---" ? "doc" : "stream";
				}
			}
			this.indentValue = yield* this.pushSpaces(false);
			if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1))) this.indentNext = this.indentValue;
			return yield* this.parseBlockStart();
		}
		*parseBlockStart() {
			const [ch0, ch1] = this.peek(2);
			if (!ch1 && !this.atEnd) return this.setNext("block-start");
			if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
				const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
				this.indentNext = this.indentValue + 1;
				this.indentValue += n;
				return "block-start";
			}
			return "doc";
		}
		*parseDocument() {
			yield* this.pushSpaces(true);
			const line = this.getLine();
			if (line === null) return this.setNext("doc");
			let n = yield* this.pushIndicators();
			switch (line[n]) {
				case "#": yield* this.pushCount(line.length - n);
				case void 0:
					yield* this.pushNewline();
					return yield* this.parseLineStart();
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel = 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					return "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "doc";
				case "\"":
				case "'": return yield* this.parseQuotedScalar();
				case "|":
				case ">":
					n += yield* this.parseBlockScalarHeader();
					n += yield* this.pushSpaces(true);
					yield* this.pushCount(line.length - n);
					yield* this.pushNewline();
					return yield* this.parseBlockScalar();
				default: return yield* this.parsePlainScalar();
			}
		}
		*parseFlowCollection() {
			let nl, sp;
			let indent = -1;
			do {
				nl = yield* this.pushNewline();
				if (nl > 0) {
					sp = yield* this.pushSpaces(false);
					this.indentValue = indent = sp;
				} else sp = 0;
				sp += yield* this.pushSpaces(true);
			} while (nl + sp > 0);
			const line = this.getLine();
			if (line === null) return this.setNext("flow");
			if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
				if (!(indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}"))) {
					this.flowLevel = 0;
					yield cst.FLOW_END;
					return yield* this.parseLineStart();
				}
			}
			let n = 0;
			while (line[n] === ",") {
				n += yield* this.pushCount(1);
				n += yield* this.pushSpaces(true);
				this.flowKey = false;
			}
			n += yield* this.pushIndicators();
			switch (line[n]) {
				case void 0: return "flow";
				case "#":
					yield* this.pushCount(line.length - n);
					return "flow";
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel += 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					this.flowKey = true;
					this.flowLevel -= 1;
					return this.flowLevel ? "flow" : "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "flow";
				case "\"":
				case "'":
					this.flowKey = true;
					return yield* this.parseQuotedScalar();
				case ":": {
					const next = this.charAt(1);
					if (this.flowKey || isEmpty(next) || next === ",") {
						this.flowKey = false;
						yield* this.pushCount(1);
						yield* this.pushSpaces(true);
						return "flow";
					}
				}
				default:
					this.flowKey = false;
					return yield* this.parsePlainScalar();
			}
		}
		*parseQuotedScalar() {
			const quote = this.charAt(0);
			let end = this.buffer.indexOf(quote, this.pos + 1);
			if (quote === "'") while (end !== -1 && this.buffer[end + 1] === "'") end = this.buffer.indexOf("'", end + 2);
			else while (end !== -1) {
				let n = 0;
				while (this.buffer[end - 1 - n] === "\\") n += 1;
				if (n % 2 === 0) break;
				end = this.buffer.indexOf("\"", end + 1);
			}
			const qb = this.buffer.substring(0, end);
			let nl = qb.indexOf("\n", this.pos);
			if (nl !== -1) {
				while (nl !== -1) {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = qb.indexOf("\n", cs);
				}
				if (nl !== -1) end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
			}
			if (end === -1) {
				if (!this.atEnd) return this.setNext("quoted-scalar");
				end = this.buffer.length;
			}
			yield* this.pushToIndex(end + 1, false);
			return this.flowLevel ? "flow" : "doc";
		}
		*parseBlockScalarHeader() {
			this.blockScalarIndent = -1;
			this.blockScalarKeep = false;
			let i = this.pos;
			while (true) {
				const ch = this.buffer[++i];
				if (ch === "+") this.blockScalarKeep = true;
				else if (ch > "0" && ch <= "9") this.blockScalarIndent = Number(ch) - 1;
				else if (ch !== "-") break;
			}
			return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
		}
		*parseBlockScalar() {
			let nl = this.pos - 1;
			let indent = 0;
			let ch;
			loop: for (let i = this.pos; ch = this.buffer[i]; ++i) switch (ch) {
				case " ":
					indent += 1;
					break;
				case "\n":
					nl = i;
					indent = 0;
					break;
				case "\r": {
					const next = this.buffer[i + 1];
					if (!next && !this.atEnd) return this.setNext("block-scalar");
					if (next === "\n") break;
				}
				default: break loop;
			}
			if (!ch && !this.atEnd) return this.setNext("block-scalar");
			if (indent >= this.indentNext) {
				if (this.blockScalarIndent === -1) this.indentNext = indent;
				else this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
				do {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = this.buffer.indexOf("\n", cs);
				} while (nl !== -1);
				if (nl === -1) {
					if (!this.atEnd) return this.setNext("block-scalar");
					nl = this.buffer.length;
				}
			}
			let i = nl + 1;
			ch = this.buffer[i];
			while (ch === " ") ch = this.buffer[++i];
			if (ch === "	") {
				while (ch === "	" || ch === " " || ch === "\r" || ch === "\n") ch = this.buffer[++i];
				nl = i - 1;
			} else if (!this.blockScalarKeep) do {
				let i = nl - 1;
				let ch = this.buffer[i];
				if (ch === "\r") ch = this.buffer[--i];
				const lastChar = i;
				while (ch === " ") ch = this.buffer[--i];
				if (ch === "\n" && i >= this.pos && i + 1 + indent > lastChar) nl = i;
				else break;
			} while (true);
			yield cst.SCALAR;
			yield* this.pushToIndex(nl + 1, true);
			return yield* this.parseLineStart();
		}
		*parsePlainScalar() {
			const inFlow = this.flowLevel > 0;
			let end = this.pos - 1;
			let i = this.pos - 1;
			let ch;
			while (ch = this.buffer[++i]) if (ch === ":") {
				const next = this.buffer[i + 1];
				if (isEmpty(next) || inFlow && flowIndicatorChars.has(next)) break;
				end = i;
			} else if (isEmpty(ch)) {
				let next = this.buffer[i + 1];
				if (ch === "\r") {
					if (next === "\n") {
						i += 1;
						ch = "\n";
						next = this.buffer[i + 1];
					} else end = i;
				}
				if (next === "#" || inFlow && flowIndicatorChars.has(next)) break;
				if (ch === "\n") {
					const cs = this.continueScalar(i + 1);
					if (cs === -1) break;
					i = Math.max(i, cs - 2);
				}
			} else {
				if (inFlow && flowIndicatorChars.has(ch)) break;
				end = i;
			}
			if (!ch && !this.atEnd) return this.setNext("plain-scalar");
			yield cst.SCALAR;
			yield* this.pushToIndex(end + 1, true);
			return inFlow ? "flow" : "doc";
		}
		*pushCount(n) {
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos += n;
				return n;
			}
			return 0;
		}
		*pushToIndex(i, allowEmpty) {
			const s = this.buffer.slice(this.pos, i);
			if (s) {
				yield s;
				this.pos += s.length;
				return s.length;
			} else if (allowEmpty) yield "";
			return 0;
		}
		*pushIndicators() {
			let n = 0;
			loop: while (true) {
				switch (this.charAt(0)) {
					case "!":
						n += yield* this.pushTag();
						n += yield* this.pushSpaces(true);
						continue loop;
					case "&":
						n += yield* this.pushUntil(isNotAnchorChar);
						n += yield* this.pushSpaces(true);
						continue loop;
					case "-":
					case "?":
					case ":": {
						const inFlow = this.flowLevel > 0;
						const ch1 = this.charAt(1);
						if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
							if (!inFlow) this.indentNext = this.indentValue + 1;
							else if (this.flowKey) this.flowKey = false;
							n += yield* this.pushCount(1);
							n += yield* this.pushSpaces(true);
							continue loop;
						}
					}
				}
				break loop;
			}
			return n;
		}
		*pushTag() {
			if (this.charAt(1) === "<") {
				let i = this.pos + 2;
				let ch = this.buffer[i];
				while (!isEmpty(ch) && ch !== ">") ch = this.buffer[++i];
				return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
			} else {
				let i = this.pos + 1;
				let ch = this.buffer[i];
				while (ch) if (tagChars.has(ch)) ch = this.buffer[++i];
				else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) ch = this.buffer[i += 3];
				else break;
				return yield* this.pushToIndex(i, false);
			}
		}
		*pushNewline() {
			const ch = this.buffer[this.pos];
			if (ch === "\n") return yield* this.pushCount(1);
			else if (ch === "\r" && this.charAt(1) === "\n") return yield* this.pushCount(2);
			else return 0;
		}
		*pushSpaces(allowTabs) {
			let i = this.pos - 1;
			let ch;
			do
				ch = this.buffer[++i];
			while (ch === " " || allowTabs && ch === "	");
			const n = i - this.pos;
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos = i;
			}
			return n;
		}
		*pushUntil(test) {
			let i = this.pos;
			let ch = this.buffer[i];
			while (!test(ch)) ch = this.buffer[++i];
			return yield* this.pushToIndex(i, false);
		}
	};
	exports.Lexer = Lexer;
}));
// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Tracks newlines during parsing in order to provide an efficient API for
	* determining the one-indexed `{ line, col }` position for any offset
	* within the input.
	*/
	var LineCounter = class {
		constructor() {
			this.lineStarts = [];
			/**
			* Should be called in ascending order. Otherwise, call
			* `lineCounter.lineStarts.sort()` before calling `linePos()`.
			*/
			this.addNewLine = (offset) => this.lineStarts.push(offset);
			/**
			* Performs a binary search and returns the 1-indexed { line, col }
			* position of `offset`. If `line === 0`, `addNewLine` has never been
			* called or `offset` is before the first known newline.
			*/
			this.linePos = (offset) => {
				let low = 0;
				let high = this.lineStarts.length;
				while (low < high) {
					const mid = low + high >> 1;
					if (this.lineStarts[mid] < offset) low = mid + 1;
					else high = mid;
				}
				if (this.lineStarts[low] === offset) return {
					line: low + 1,
					col: 1
				};
				if (low === 0) return {
					line: 0,
					col: offset
				};
				const start = this.lineStarts[low - 1];
				return {
					line: low,
					col: offset - start + 1
				};
			};
		}
	};
	exports.LineCounter = LineCounter;
}));
// node_modules/yaml/dist/parse/parser.js
var require_parser = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var cst = require_cst();
	var lexer = require_lexer();
	function includesToken(list, type) {
		for (let i = 0; i < list.length; ++i) if (list[i].type === type) return true;
		return false;
	}
	function findNonEmptyIndex(list) {
		for (let i = 0; i < list.length; ++i) switch (list[i].type) {
			case "space":
			case "comment":
			case "newline": break;
			default: return i;
		}
		return -1;
	}
	function isFlowToken(token) {
		switch (token?.type) {
			case "alias":
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "flow-collection": return true;
			default: return false;
		}
	}
	function getPrevProps(parent) {
		switch (parent.type) {
			case "document": return parent.start;
			case "block-map": {
				const it = parent.items[parent.items.length - 1];
				return it.sep ?? it.start;
			}
			case "block-seq": return parent.items[parent.items.length - 1].start;
			/* istanbul ignore next should not happen */
			default: return [];
		}
	}
	/** Note: May modify input array */
	function getFirstKeyStartProps(prev) {
		if (prev.length === 0) return [];
		let i = prev.length;
		loop: while (--i >= 0) switch (prev[i].type) {
			case "doc-start":
			case "explicit-key-ind":
			case "map-value-ind":
			case "seq-item-ind":
			case "newline": break loop;
		}
		while (prev[++i]?.type === "space");
		return prev.splice(i, prev.length);
	}
	function arrayPushArray(target, source) {
		if (source.length < 1e5) Array.prototype.push.apply(target, source);
		else for (let i = 0; i < source.length; ++i) target.push(source[i]);
	}
	function fixFlowSeqItems(fc) {
		if (fc.start.type === "flow-seq-start") {
			for (const it of fc.items) if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
				if (it.key) it.value = it.key;
				delete it.key;
				if (isFlowToken(it.value)) {
					if (it.value.end) arrayPushArray(it.value.end, it.sep);
					else it.value.end = it.sep;
				} else arrayPushArray(it.start, it.sep);
				delete it.sep;
			}
		}
	}
	/**
	* A YAML concrete syntax tree (CST) parser
	*
	* ```ts
	* const src: string = ...
	* for (const token of new Parser().parse(src)) {
	*   // token: Token
	* }
	* ```
	*
	* To use the parser with a user-provided lexer:
	*
	* ```ts
	* function* parse(source: string, lexer: Lexer) {
	*   const parser = new Parser()
	*   for (const lexeme of lexer.lex(source))
	*     yield* parser.next(lexeme)
	*   yield* parser.end()
	* }
	*
	* const src: string = ...
	* const lexer = new Lexer()
	* for (const token of parse(src, lexer)) {
	*   // token: Token
	* }
	* ```
	*/
	var Parser = class {
		/**
		* @param onNewLine - If defined, called separately with the start position of
		*   each new line (in `parse()`, including the start of input).
		*/
		constructor(onNewLine) {
			/** If true, space and sequence indicators count as indentation */
			this.atNewLine = true;
			/** If true, next token is a scalar value */
			this.atScalar = false;
			/** Current indentation level */
			this.indent = 0;
			/** Current offset since the start of parsing */
			this.offset = 0;
			/** On the same line with a block map key */
			this.onKeyLine = false;
			/** Top indicates the node that's currently being built */
			this.stack = [];
			/** The source of the current token, set in parse() */
			this.source = "";
			/** The type of the current token, set in parse() */
			this.type = "";
			this.lexer = new lexer.Lexer();
			this.onNewLine = onNewLine;
		}
		/**
		* Parse `source` as a YAML stream.
		* If `incomplete`, a part of the last line may be left as a buffer for the next call.
		*
		* Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
		*
		* @returns A generator of tokens representing each directive, document, and other structure.
		*/
		*parse(source, incomplete = false) {
			if (this.onNewLine && this.offset === 0) this.onNewLine(0);
			for (const lexeme of this.lexer.lex(source, incomplete)) yield* this.next(lexeme);
			if (!incomplete) yield* this.end();
		}
		/**
		* Advance the parser by the `source` of one lexical token.
		*/
		*next(source) {
			this.source = source;
			if (node_process.env.LOG_TOKENS) console.log("|", cst.prettyToken(source));
			if (this.atScalar) {
				this.atScalar = false;
				yield* this.step();
				this.offset += source.length;
				return;
			}
			const type = cst.tokenType(source);
			if (!type) {
				const message = `Not a YAML token: ${source}`;
				yield* this.pop({
					type: "error",
					offset: this.offset,
					message,
					source
				});
				this.offset += source.length;
			} else if (type === "scalar") {
				this.atNewLine = false;
				this.atScalar = true;
				this.type = "scalar";
			} else {
				this.type = type;
				yield* this.step();
				switch (type) {
					case "newline":
						this.atNewLine = true;
						this.indent = 0;
						if (this.onNewLine) this.onNewLine(this.offset + source.length);
						break;
					case "space":
						if (this.atNewLine && source[0] === " ") this.indent += source.length;
						break;
					case "explicit-key-ind":
					case "map-value-ind":
					case "seq-item-ind":
						if (this.atNewLine) this.indent += source.length;
						break;
					case "doc-mode":
					case "flow-error-end": return;
					default: this.atNewLine = false;
				}
				this.offset += source.length;
			}
		}
		/** Call at end of input to push out any remaining constructions */
		*end() {
			while (this.stack.length > 0) yield* this.pop();
		}
		get sourceToken() {
			return {
				type: this.type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		*step() {
			const top = this.peek(1);
			if (this.type === "doc-end" && top?.type !== "doc-end") {
				while (this.stack.length > 0) yield* this.pop();
				this.stack.push({
					type: "doc-end",
					offset: this.offset,
					source: this.source
				});
				return;
			}
			if (!top) return yield* this.stream();
			switch (top.type) {
				case "document": return yield* this.document(top);
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return yield* this.scalar(top);
				case "block-scalar": return yield* this.blockScalar(top);
				case "block-map": return yield* this.blockMap(top);
				case "block-seq": return yield* this.blockSequence(top);
				case "flow-collection": return yield* this.flowCollection(top);
				case "doc-end": return yield* this.documentEnd(top);
			}
			/* istanbul ignore next should not happen */
			yield* this.pop();
		}
		peek(n) {
			return this.stack[this.stack.length - n];
		}
		*pop(error) {
			const token = error ?? this.stack.pop();
			/* istanbul ignore if should not happen */
			if (!token) yield {
				type: "error",
				offset: this.offset,
				source: "",
				message: "Tried to pop an empty stack"
			};
			else if (this.stack.length === 0) yield token;
			else {
				const top = this.peek(1);
				if (token.type === "block-scalar") token.indent = "indent" in top ? top.indent : 0;
				else if (token.type === "flow-collection" && top.type === "document") token.indent = 0;
				if (token.type === "flow-collection") fixFlowSeqItems(token);
				switch (top.type) {
					case "document":
						top.value = token;
						break;
					case "block-scalar":
						top.props.push(token);
						break;
					case "block-map": {
						const it = top.items[top.items.length - 1];
						if (it.value) {
							top.items.push({
								start: [],
								key: token,
								sep: []
							});
							this.onKeyLine = true;
							return;
						} else if (it.sep) it.value = token;
						else {
							Object.assign(it, {
								key: token,
								sep: []
							});
							this.onKeyLine = !it.explicitKey;
							return;
						}
						break;
					}
					case "block-seq": {
						const it = top.items[top.items.length - 1];
						if (it.value) top.items.push({
							start: [],
							value: token
						});
						else it.value = token;
						break;
					}
					case "flow-collection": {
						const it = top.items[top.items.length - 1];
						if (!it || it.value) top.items.push({
							start: [],
							key: token,
							sep: []
						});
						else if (it.sep) it.value = token;
						else Object.assign(it, {
							key: token,
							sep: []
						});
						return;
					}
					/* istanbul ignore next should not happen */
					default:
						yield* this.pop();
						yield* this.pop(token);
				}
				if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
					const last = token.items[token.items.length - 1];
					if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
						if (top.type === "document") top.end = last.start;
						else top.items.push({ start: last.start });
						token.items.splice(-1, 1);
					}
				}
			}
		}
		*stream() {
			switch (this.type) {
				case "directive-line":
					yield {
						type: "directive",
						offset: this.offset,
						source: this.source
					};
					return;
				case "byte-order-mark":
				case "space":
				case "comment":
				case "newline":
					yield this.sourceToken;
					return;
				case "doc-mode":
				case "doc-start": {
					const doc = {
						type: "document",
						offset: this.offset,
						start: []
					};
					if (this.type === "doc-start") doc.start.push(this.sourceToken);
					this.stack.push(doc);
					return;
				}
			}
			yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML stream`,
				source: this.source
			};
		}
		*document(doc) {
			if (doc.value) return yield* this.lineEnd(doc);
			switch (this.type) {
				case "doc-start":
					if (findNonEmptyIndex(doc.start) !== -1) {
						yield* this.pop();
						yield* this.step();
					} else doc.start.push(this.sourceToken);
					return;
				case "anchor":
				case "tag":
				case "space":
				case "comment":
				case "newline":
					doc.start.push(this.sourceToken);
					return;
			}
			const bv = this.startBlockValue(doc);
			if (bv) this.stack.push(bv);
			else yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML document`,
				source: this.source
			};
		}
		*scalar(scalar) {
			if (this.type === "map-value-ind") {
				const start = getFirstKeyStartProps(getPrevProps(this.peek(2)));
				let sep;
				if (scalar.end) {
					sep = scalar.end;
					sep.push(this.sourceToken);
					delete scalar.end;
				} else sep = [this.sourceToken];
				const map = {
					type: "block-map",
					offset: scalar.offset,
					indent: scalar.indent,
					items: [{
						start,
						key: scalar,
						sep
					}]
				};
				this.onKeyLine = true;
				this.stack[this.stack.length - 1] = map;
			} else yield* this.lineEnd(scalar);
		}
		*blockScalar(scalar) {
			switch (this.type) {
				case "space":
				case "comment":
				case "newline":
					scalar.props.push(this.sourceToken);
					return;
				case "scalar":
					scalar.source = this.source;
					this.atNewLine = true;
					this.indent = 0;
					if (this.onNewLine) {
						let nl = this.source.indexOf("\n") + 1;
						while (nl !== 0) {
							this.onNewLine(this.offset + nl);
							nl = this.source.indexOf("\n", nl) + 1;
						}
					}
					yield* this.pop();
					break;
				/* istanbul ignore next should not happen */
				default:
					yield* this.pop();
					yield* this.step();
			}
		}
		*blockMap(map) {
			const it = map.items[map.items.length - 1];
			switch (this.type) {
				case "newline":
					this.onKeyLine = false;
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else map.items.push({ start: [this.sourceToken] });
					} else if (it.sep) it.sep.push(this.sourceToken);
					else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) map.items.push({ start: [this.sourceToken] });
					else if (it.sep) it.sep.push(this.sourceToken);
					else {
						if (this.atIndentedComment(it.start, map.indent)) {
							const end = map.items[map.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								map.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
			}
			if (this.indent >= map.indent) {
				const atMapIndent = !this.onKeyLine && this.indent === map.indent;
				const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
				let start = [];
				if (atNextItem && it.sep && !it.value) {
					const nl = [];
					for (let i = 0; i < it.sep.length; ++i) {
						const st = it.sep[i];
						switch (st.type) {
							case "newline":
								nl.push(i);
								break;
							case "space": break;
							case "comment":
								if (st.indent > map.indent) nl.length = 0;
								break;
							default: nl.length = 0;
						}
					}
					if (nl.length >= 2) start = it.sep.splice(nl[1]);
				}
				switch (this.type) {
					case "anchor":
					case "tag":
						if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({ start });
							this.onKeyLine = true;
						} else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "explicit-key-ind":
						if (!it.sep && !it.explicitKey) {
							it.start.push(this.sourceToken);
							it.explicitKey = true;
						} else if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({
								start,
								explicitKey: true
							});
						} else this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [this.sourceToken],
								explicitKey: true
							}]
						});
						this.onKeyLine = true;
						return;
					case "map-value-ind":
						if (it.explicitKey) {
							if (!it.sep) {
								if (includesToken(it.start, "newline")) Object.assign(it, {
									key: null,
									sep: [this.sourceToken]
								});
								else {
									const start = getFirstKeyStartProps(it.start);
									this.stack.push({
										type: "block-map",
										offset: this.offset,
										indent: this.indent,
										items: [{
											start,
											key: null,
											sep: [this.sourceToken]
										}]
									});
								}
							} else if (it.value) map.items.push({
								start: [],
								key: null,
								sep: [this.sourceToken]
							});
							else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
								type: "block-map",
								offset: this.offset,
								indent: this.indent,
								items: [{
									start,
									key: null,
									sep: [this.sourceToken]
								}]
							});
							else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
								const start = getFirstKeyStartProps(it.start);
								const key = it.key;
								const sep = it.sep;
								sep.push(this.sourceToken);
								delete it.key;
								delete it.sep;
								this.stack.push({
									type: "block-map",
									offset: this.offset,
									indent: this.indent,
									items: [{
										start,
										key,
										sep
									}]
								});
							} else if (start.length > 0) it.sep = it.sep.concat(start, this.sourceToken);
							else it.sep.push(this.sourceToken);
						} else if (!it.sep) Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.value || atNextItem) map.items.push({
							start,
							key: null,
							sep: [this.sourceToken]
						});
						else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [],
								key: null,
								sep: [this.sourceToken]
							}]
						});
						else it.sep.push(this.sourceToken);
						this.onKeyLine = true;
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (atNextItem || it.value) {
							map.items.push({
								start,
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						} else if (it.sep) this.stack.push(fs);
						else {
							Object.assign(it, {
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						}
						return;
					}
					default: {
						const bv = this.startBlockValue(map);
						if (bv) {
							if (bv.type === "block-seq") {
								if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
									yield* this.pop({
										type: "error",
										offset: this.offset,
										message: "Unexpected block-seq-ind on same line with key",
										source: this.source
									});
									return;
								}
							} else if (atMapIndent) map.items.push({ start });
							this.stack.push(bv);
							return;
						}
					}
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*blockSequence(seq) {
			const it = seq.items[seq.items.length - 1];
			switch (this.type) {
				case "newline":
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else seq.items.push({ start: [this.sourceToken] });
					} else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) seq.items.push({ start: [this.sourceToken] });
					else {
						if (this.atIndentedComment(it.start, seq.indent)) {
							const end = seq.items[seq.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								seq.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
				case "anchor":
				case "tag":
					if (it.value || this.indent <= seq.indent) break;
					it.start.push(this.sourceToken);
					return;
				case "seq-item-ind":
					if (this.indent !== seq.indent) break;
					if (it.value || includesToken(it.start, "seq-item-ind")) seq.items.push({ start: [this.sourceToken] });
					else it.start.push(this.sourceToken);
					return;
			}
			if (this.indent > seq.indent) {
				const bv = this.startBlockValue(seq);
				if (bv) {
					this.stack.push(bv);
					return;
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*flowCollection(fc) {
			const it = fc.items[fc.items.length - 1];
			if (this.type === "flow-error-end") {
				let top;
				do {
					yield* this.pop();
					top = this.peek(1);
				} while (top?.type === "flow-collection");
			} else if (fc.end.length === 0) {
				switch (this.type) {
					case "comma":
					case "explicit-key-ind":
						if (!it || it.sep) fc.items.push({ start: [this.sourceToken] });
						else it.start.push(this.sourceToken);
						return;
					case "map-value-ind":
						if (!it || it.value) fc.items.push({
							start: [],
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.sep) it.sep.push(this.sourceToken);
						else Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						return;
					case "space":
					case "comment":
					case "newline":
					case "anchor":
					case "tag":
						if (!it || it.value) fc.items.push({ start: [this.sourceToken] });
						else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (!it || it.value) fc.items.push({
							start: [],
							key: fs,
							sep: []
						});
						else if (it.sep) this.stack.push(fs);
						else Object.assign(it, {
							key: fs,
							sep: []
						});
						return;
					}
					case "flow-map-end":
					case "flow-seq-end":
						fc.end.push(this.sourceToken);
						return;
				}
				const bv = this.startBlockValue(fc);
				/* istanbul ignore else should not happen */
				if (bv) this.stack.push(bv);
				else {
					yield* this.pop();
					yield* this.step();
				}
			} else {
				const parent = this.peek(2);
				if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
					yield* this.pop();
					yield* this.step();
				} else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
					const start = getFirstKeyStartProps(getPrevProps(parent));
					fixFlowSeqItems(fc);
					const sep = fc.end.splice(1, fc.end.length);
					sep.push(this.sourceToken);
					const map = {
						type: "block-map",
						offset: fc.offset,
						indent: fc.indent,
						items: [{
							start,
							key: fc,
							sep
						}]
					};
					this.onKeyLine = true;
					this.stack[this.stack.length - 1] = map;
				} else yield* this.lineEnd(fc);
			}
		}
		flowScalar(type) {
			if (this.onNewLine) {
				let nl = this.source.indexOf("\n") + 1;
				while (nl !== 0) {
					this.onNewLine(this.offset + nl);
					nl = this.source.indexOf("\n", nl) + 1;
				}
			}
			return {
				type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		startBlockValue(parent) {
			switch (this.type) {
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return this.flowScalar(this.type);
				case "block-scalar-header": return {
					type: "block-scalar",
					offset: this.offset,
					indent: this.indent,
					props: [this.sourceToken],
					source: ""
				};
				case "flow-map-start":
				case "flow-seq-start": return {
					type: "flow-collection",
					offset: this.offset,
					indent: this.indent,
					start: this.sourceToken,
					items: [],
					end: []
				};
				case "seq-item-ind": return {
					type: "block-seq",
					offset: this.offset,
					indent: this.indent,
					items: [{ start: [this.sourceToken] }]
				};
				case "explicit-key-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					start.push(this.sourceToken);
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							explicitKey: true
						}]
					};
				}
				case "map-value-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							key: null,
							sep: [this.sourceToken]
						}]
					};
				}
			}
			return null;
		}
		atIndentedComment(start, indent) {
			if (this.type !== "comment") return false;
			if (this.indent <= indent) return false;
			return start.every((st) => st.type === "newline" || st.type === "space");
		}
		*documentEnd(docEnd) {
			if (this.type !== "doc-mode") {
				if (docEnd.end) docEnd.end.push(this.sourceToken);
				else docEnd.end = [this.sourceToken];
				if (this.type === "newline") yield* this.pop();
			}
		}
		*lineEnd(token) {
			switch (this.type) {
				case "comma":
				case "doc-start":
				case "doc-end":
				case "flow-seq-end":
				case "flow-map-end":
				case "map-value-ind":
					yield* this.pop();
					yield* this.step();
					break;
				case "newline": this.onKeyLine = false;
				default:
					if (token.end) token.end.push(this.sourceToken);
					else token.end = [this.sourceToken];
					if (this.type === "newline") yield* this.pop();
			}
		}
	};
	exports.Parser = Parser;
}));
// node_modules/yaml/dist/public-api.js
var require_public_api = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var errors = require_errors();
	var log = require_log();
	var identity = require_identity();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	function parseOptions(options) {
		const prettyErrors = options.prettyErrors !== false;
		return {
			lineCounter: options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null,
			prettyErrors
		};
	}
	/**
	* Parse the input as a stream of YAML documents.
	*
	* Documents should be separated from each other by `...` or `---` marker lines.
	*
	* @returns If an empty `docs` array is returned, it will be of type
	*   EmptyStream and contain additional stream information. In
	*   TypeScript, you should use `'empty' in docs` as a type guard for it.
	*/
	function parseAllDocuments(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		const docs = Array.from(composer$1.compose(parser$1.parse(source)));
		if (prettyErrors && lineCounter) for (const doc of docs) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		if (docs.length > 0) return docs;
		return Object.assign([], { empty: true }, composer$1.streamInfo());
	}
	/** Parse an input string into a single YAML.Document */
	function parseDocument(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		let doc = null;
		for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) if (!doc) doc = _doc;
		else if (doc.options.logLevel !== "silent") {
			doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
			break;
		}
		if (prettyErrors && lineCounter) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		return doc;
	}
	function parse(src, reviver, options) {
		let _reviver = void 0;
		if (typeof reviver === "function") _reviver = reviver;
		else if (options === void 0 && reviver && typeof reviver === "object") options = reviver;
		const doc = parseDocument(src, options);
		if (!doc) return null;
		doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
		if (doc.errors.length > 0) {
			if (doc.options.logLevel !== "silent") throw doc.errors[0];
			else doc.errors = [];
		}
		return doc.toJS(Object.assign({ reviver: _reviver }, options));
	}
	function stringify(value, replacer, options) {
		let _replacer = null;
		if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
		else if (options === void 0 && replacer) options = replacer;
		if (typeof options === "string") options = options.length;
		if (typeof options === "number") {
			const indent = Math.round(options);
			options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
		}
		if (value === void 0) {
			const { keepUndefined } = options ?? replacer ?? {};
			if (!keepUndefined) return void 0;
		}
		if (identity.isDocument(value) && !_replacer) return value.toString(options);
		return new Document.Document(value, _replacer, options).toString(options);
	}
	exports.parse = parse;
	exports.parseAllDocuments = parseAllDocuments;
	exports.parseDocument = parseDocument;
	exports.stringify = stringify;
}));
// node_modules/yaml/dist/index.js
var require_dist = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var Schema = require_Schema();
	var errors = require_errors();
	var Alias = require_Alias();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	require_cst();
	var lexer = require_lexer();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	var publicApi = require_public_api();
	var visit = require_visit();
	exports.Composer = composer.Composer;
	exports.Document = Document.Document;
	exports.Schema = Schema.Schema;
	exports.YAMLError = errors.YAMLError;
	exports.YAMLParseError = errors.YAMLParseError;
	exports.YAMLWarning = errors.YAMLWarning;
	exports.Alias = Alias.Alias;
	exports.isAlias = identity.isAlias;
	exports.isCollection = identity.isCollection;
	exports.isDocument = identity.isDocument;
	exports.isMap = identity.isMap;
	exports.isNode = identity.isNode;
	exports.isPair = identity.isPair;
	exports.isScalar = identity.isScalar;
	exports.isSeq = identity.isSeq;
	exports.Pair = Pair.Pair;
	exports.Scalar = Scalar.Scalar;
	exports.YAMLMap = YAMLMap.YAMLMap;
	exports.YAMLSeq = YAMLSeq.YAMLSeq;
	exports.Lexer = lexer.Lexer;
	exports.LineCounter = lineCounter.LineCounter;
	exports.Parser = parser.Parser;
	exports.parse = publicApi.parse;
	exports.parseAllDocuments = publicApi.parseAllDocuments;
	exports.parseDocument = publicApi.parseDocument;
	exports.stringify = publicApi.stringify;
	exports.visit = visit.visit;
	exports.visitAsync = visit.visitAsync;
}));
/** Opens lists and maps within one line: `- - - ` or `? ? ? `, with anchors and tags between. */
const COMPACT = /(?:[-?][ \t]+|[&!]\S*[ \t]+)+/y;
/**
* Where a text is nested beyond all use, as far as its characters alone tell, quoted ones included: too many brackets
* open at once, or too many items begun in one line. Such a text is not worth a parser's time: the reader refuses it,
* and the page's editor shows it without the language. One pass; null for what is not.
*/
function tooDeepAt(text) {
	let open = 0;
	let isLineStart = true;
	for (let i = 0; i < text.length; i++) {
		const character = text[i];
		if (isLineStart && character !== " ") {
			COMPACT.lastIndex = i;
			const opened = COMPACT.exec(text)?.[0] ?? "";
			if (opened.length > 300 && opened.split(/[ \t]+/).length > 150) return i;
			isLineStart = false;
		}
		if (character === "\n") isLineStart = true;
		else if (character === "[" || character === "{") open++;
		else if ((character === "]" || character === "}") && open > 0) open--;
		if (open > 600) return i;
	}
	return null;
}
// src/model/source/slip.ts
/** No value that people type has more commas, and a hostile document shall not make this search long. */
const MAX_PARTS = 100;
/** Whether an expression torn apart by its commas begins at `index`, and where it ends. */
function findSlip(pieces, index) {
	const { head, tail } = pieces[index];
	const inKey = tail === null || tail.kind === "nothing";
	const start = inKey ? head : tail;
	if (start.kind !== "plain") return null;
	let depth = openParentheses(start.text);
	if (depth <= 0) return null;
	const parts = [start.text];
	const end = Math.min(pieces.length, index + MAX_PARTS);
	for (let next = index + 1; next < end; next++) {
		const { head: part, tail: value } = pieces[next];
		if (part.kind !== "plain" || value !== null && value.kind !== "nothing") return null;
		parts.push(part.text);
		depth += openParentheses(part.text);
		if (depth < 0) return null;
		if (depth === 0) return {
			text: parts.join(", "),
			last: next,
			inKey
		};
	}
	return null;
}
/** A number has no more characters. */
const LONGEST_NUMBER = 40;
/** Whether a number torn apart by its commas begins in the value at `index` of a map, and where it ends. */
function findTornNumber(pieces, index) {
	const { tail } = pieces[index];
	if (tail?.kind !== "plain" || !/\d[a-z ]*$/i.test(tail.text) || tail.text.length > LONGEST_NUMBER) return null;
	const parts = [tail.text];
	const end = Math.min(pieces.length, index + 10);
	for (let next = index + 1; next < end; next++) {
		const { head, tail: value } = pieces[next];
		if (head.kind !== "plain" || value?.kind !== "nothing" || !/^\d/.test(head.text) || head.text.length > LONGEST_NUMBER) break;
		parts.push(head.text);
	}
	if (parts.length === 1 || parts.join(", ").length > LONGEST_NUMBER) return null;
	const meant = joined(parts);
	const [, sign = "", amount, per] = /^([$€£¥]) ?([\d.]+)(.*)$/.exec(meant) ?? [];
	return {
		meant: sign === "" ? meant : `${amount} ${MONEY_SIGNS.get(sign) ?? ""}${per}`,
		last: index + parts.length - 1
	};
}
/** With three digits after each comma the commas part thousands; else one parts the decimals, or times that add up. */
function joined(parts) {
	const [first, ...others] = parts;
	if (!/\d$/.test(first)) return parts.join(" + ");
	return !/^0$/.test(first) && others.every((part) => /^\d{3}(?!\d)/.test(part)) ? parts.join("") : parts.length === 2 ? parts.join(".") : parts.join(" + ");
}
function openParentheses(text) {
	let depth = 0;
	for (const character of text) {
		if (character === "(") depth++;
		if (character === ")") depth--;
	}
	return depth;
}
// src/model/source/syntax.ts
const NO_COMMA = "inside { } and [ ] a comma parts one key or value from the next: one is missing here";
/**
* A fault of syntax in the words of somebody who writes a model, not of a parser.
* @param nearest the nearest key of the language, for a word that is half typed
*/
function syntaxFault({ code, message, offset }, text, nearest) {
	const fault = (problem, at = offset, derails = false) => ({
		problem,
		offset: at,
		derails
	});
	const line = lineAt(text, offset);
	switch (code) {
		case "MULTIPLE_DOCS": return fault(messages.severalDocuments());
		case "TAB_AS_INDENT": return fault(messages.notYaml("a tab cannot indent a line, use blanks"));
		case "BAD_SCALAR_START": return fault(messages.notYaml(`a value cannot begin with ${quote(text[offset] ?? "")}: put quotes around it`));
		case "BAD_DQ_ESCAPE": return fault(messages.notYaml(`${quote(text.slice(offset, offset + 2))} means nothing between double quotes: use single quotes`));
		case "TAG_RESOLVE_FAILED": return fault(messages.notYaml("tags, which begin with a '!', are not part of the language: leave it out"));
		case "BLOCK_IN_FLOW": return fault(messages.notYaml(NO_COMMA));
		case "BLOCK_AS_IMPLICIT_KEY": return fault(overIndented(text, line) ? messages.notYaml("the next line is indented as if it belonged to this value") : messages.notYaml("two ': ' in one line: put quotes around the value"));
		case "MULTILINE_IMPLICIT_KEY": return fault(openBracket(text, offset) >= 0 ? messages.notYaml(NO_COMMA) : withoutColon(line.text, nearest));
		case "BAD_INDENT":
		case "MISSING_CHAR":
		case "UNEXPECTED_TOKEN": return unexpected({
			code,
			message,
			offset
		}, text, nearest);
		default: return fault(messages.notYaml("this cannot stand here"));
	}
}
function unexpected({ message, offset }, text, nearest) {
	const fault = (problem, at = offset, derails = false) => ({
		problem,
		offset: at,
		derails
	});
	const line = lineAt(text, offset);
	if (/quote$/.test(message)) return fault(messages.notYaml(`the text that begins with ${text[offset] ?? "'"} has no such quote at its end`), offset, true);
	if (/^Flow (?:map|sequence)/.test(message)) {
		const open = openBracket(text, offset);
		const bracket = open < 0 ? "{" : text[open];
		return fault(messages.notYaml(`the '${bracket}' ${open < 0 ? "" : `in line ${text.slice(0, open).split("\n").length} `}is not closed: a '${bracket === "{" ? "}" : "]"}' is missing`));
	}
	if (/flow-seq-start at node end/.test(message)) {
		const word = wordAround(line.text, offset - line.from);
		return fault(messages.brackets(word.text), line.from + word.from, true);
	}
	if (/Unexpected flow-(?:map|seq)-end/.test(message) || /^[}\]]/.test(text.slice(offset))) return fault(messages.notYaml(`a '${text[offset] ?? "}"}' too many: nothing is open here that it could close`), offset, true);
	if (/Unexpected , in flow/.test(message)) return fault(messages.notYaml("a comma too many"));
	if (/Missing ,/.test(message) || /at node end/.test(message)) return fault(messages.notYaml("a comma is missing before this"));
	if (/need to be followed by map values/.test(message)) return fault(withoutColon(line.text, nearest));
	if (/same column/.test(message)) return fault(messages.notYaml("this line is indented differently from the keys beside it, which begin in one column"));
	return fault(messages.notYaml("this cannot stand here"), offset, true);
}
/** A word that stands where a key has to, or a key whose value follows its colon too closely. */
function withoutColon(line, nearest) {
	const close = /^\s*(?:- )?([\w-]+):(\S.*)$/.exec(line);
	if (close !== null) return messages.closeColon(`${close[1]}:${close[2]}`.trim(), `${close[1]}: ${close[2]}`.trim());
	const [, indent, word = "", more] = /^(\s*(?:- )?)(\S+)(.*)$/.exec(line) ?? [];
	const meant = more === "" && !word.endsWith(":") ? nearest(word, indent === "") : null;
	return messages.keyWithoutColon(word, meant === null ? null : `${meant}:`);
}
function lineAt(text, offset) {
	const from = text.lastIndexOf("\n", offset - 1) + 1;
	const end = text.indexOf("\n", offset);
	return {
		from,
		text: text.slice(from, end < 0 ? text.length : end)
	};
}
/** Whether the next line that has anything on it is indented more, although this one has a value already. */
function overIndented(text, line) {
	const next = /^\n+( *)\S/.exec(text.slice(line.from + line.text.length));
	return next !== null && next[1].length > (/^ */.exec(line.text)?.[0].length ?? 0);
}
/** The word before a place and what follows it up to the closing bracket: `db[0]`. */
function wordAround(line, column) {
	const before = /[^\s,{}[\]:]*$/.exec(line.slice(0, column))?.[0] ?? "";
	return {
		text: `${before}${/^\[[^\]]*\]/.exec(line.slice(column))?.[0] ?? ""}`,
		from: column - before.length
	};
}
/**
* Where the innermost bracket begins that is open at a place; −1 where none is. Quotes and comments are passed over.
*/
function openBracket(text, end) {
	const open = [];
	const parts = /'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|(?:^|\s)#[^\n]*|[{}[\]]/g;
	for (let part = parts.exec(text); part !== null && part.index < end; part = parts.exec(text)) if (part[0] === "{" || part[0] === "[") open.push(part.index);
	else if (part[0] === "}" || part[0] === "]") open.pop();
	return open.at(-1) ?? -1;
}
// src/model/tree.ts
/** The path of a key below `path`; keys that would be misread are quoted. */
function childPath(path, key) {
	if (!/^[\p{L}\p{N}_-]+$/u.test(key)) return `${path}[${JSON.stringify(key)}]`;
	return path === "" ? key : `${path}.${key}`;
}
// src/model/source/document.ts
var import_dist = require_dist();
/** What a document may cost to read: it can come from a stranger. */
const DOCUMENT_LIMITS = {
	bytes: 1 << 18,
	depth: 150,
	aliasedNodes: 1e4
};
/** Nobody mends more at once, and what is said of each looks at the text around it. */
const MAX_SYNTAX_FAULTS = 50;
const ROOT$1 = {
	line: 1,
	column: 1,
	path: ""
};
/** Reads YAML (or JSON) into a tree with places; everything wrong with its syntax goes into `report`. */
function readDocument(text, report) {
	if (text.length > DOCUMENT_LIMITS.bytes) {
		report.error(ROOT$1, messages.documentTooLong(text.length, DOCUMENT_LIMITS.bytes));
		return {
			type: "bad",
			at: ROOT$1
		};
	}
	const tooDeep = tooDeepAt(text);
	if (tooDeep !== null) {
		const before = text.slice(0, tooDeep).split("\n");
		report.error({
			line: before.length,
			column: (before.at(-1) ?? "").length + 1,
			path: ""
		}, messages.documentTooDeep(DOCUMENT_LIMITS.depth));
		return {
			type: "bad",
			at: ROOT$1
		};
	}
	const lines = new import_dist.LineCounter();
	let document;
	try {
		document = (0, import_dist.parseDocument)(text, {
			lineCounter: lines,
			prettyErrors: false,
			uniqueKeys: false,
			merge: false,
			logLevel: "error"
		});
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		report.error(ROOT$1, messages.documentTooDeep(DOCUMENT_LIMITS.depth));
		return {
			type: "bad",
			at: ROOT$1
		};
	}
	reportSyntax(document, text, lines, report);
	if (report.hasErrors) return {
		type: "bad",
		at: ROOT$1
	};
	return new Converter(text, lines, report, anchorsOf(document)).convert(document.contents, ROOT$1);
}
/** One fault a line, up to the first behind which nothing is read as it was meant. */
function reportSyntax(document, text, lines, report) {
	const said = /* @__PURE__ */ new Set();
	for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
		if (/call stack/.test(message)) {
			report.error(ROOT$1, messages.documentTooDeep(DOCUMENT_LIMITS.depth));
			return;
		}
		const { problem, offset, derails } = syntaxFault({
			code,
			message,
			offset: openQuote(document, code, pos[0]) ?? pos[0]
		}, text, (word, atRoot) => nearestKey(word, atRoot, report));
		const { line, col } = lines.linePos(offset);
		if (!said.has(line)) report.error({
			line,
			column: col,
			path: ""
		}, problem);
		said.add(line);
		if (derails || said.size >= MAX_SYNTAX_FAULTS) return;
	}
}
/** The key that somebody is about to type. */
function nearestKey(word, atRoot, report) {
	const keys = atRoot ? Object.keys(documentShape.keys) : [...new Set(allShapes().flatMap((shape) => Object.keys(shape.keys)))];
	if (keys.includes(word)) return word;
	return (word.length < 2 ? void 0 : keys.find((key) => key.startsWith(word))) ?? report.nearest(word, keys);
}
/** For each alias the node that it stands for: the last one so called above it. */
function anchorsOf(document) {
	const named = /* @__PURE__ */ new Map();
	const targets = /* @__PURE__ */ new Map();
	const waiting = [document.contents];
	while (waiting.length > 0) {
		const node = waiting.pop();
		if ((0, import_dist.isAlias)(node)) {
			const target = named.get(node.source);
			if (target !== void 0) targets.set(node, target);
		} else if ((0, import_dist.isMap)(node)) {
			if (node.anchor !== void 0) named.set(node.anchor, node);
			for (let i = node.items.length - 1; i >= 0; i--) waiting.push(node.items[i].value, node.items[i].key);
		} else if ((0, import_dist.isSeq)(node)) {
			if (node.anchor !== void 0) named.set(node.anchor, node);
			for (let i = node.items.length - 1; i >= 0; i--) waiting.push(node.items[i]);
		} else if ((0, import_dist.isScalar)(node) && node.anchor !== void 0) named.set(node.anchor, node);
	}
	return targets;
}
/** Where the text begins whose quote is never closed: the library points to where it gave up, at the end. */
function openQuote(document, code, end) {
	if (code !== "MISSING_CHAR") return null;
	let start = null;
	(0, import_dist.visit)(document, { Scalar: (_, { type, range }) => {
		if ((type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE") && range && range[0] < end && end <= range[1]) start = range[0];
	} });
	return start;
}
/** Turns the library's nodes into ours. */
var Converter = class {
	text;
	lines;
	report;
	targets;
	depth = 0;
	aliasDepth = 0;
	aliasedNodes = 0;
	constructor(text, lines, report, targets) {
		this.text = text;
		this.lines = lines;
		this.report = report;
		this.targets = targets;
	}
	/** `fallback` is the place of the key, for a value that is not there. */
	convert(node, fallback) {
		const at = this.place(node, fallback.path) ?? fallback;
		if (++this.depth > DOCUMENT_LIMITS.depth) {
			this.depth--;
			return this.bad(at, messages.documentTooDeep(DOCUMENT_LIMITS.depth));
		}
		const source = this.inner(node, at);
		this.depth--;
		return source;
	}
	inner(node, at) {
		if (this.aliasDepth > 0 && ++this.aliasedNodes > DOCUMENT_LIMITS.aliasedNodes) return this.aliasedNodes === DOCUMENT_LIMITS.aliasedNodes + 1 ? this.bad(at, messages.tooManyAliases(DOCUMENT_LIMITS.aliasedNodes)) : {
			type: "bad",
			at
		};
		if ((0, import_dist.isAlias)(node)) return this.alias(node.source, this.targets.get(node), at);
		if ((0, import_dist.isMap)(node)) return {
			type: "map",
			at,
			entries: this.entries(node.items, at.path, node.flow === true)
		};
		if ((0, import_dist.isSeq)(node)) return {
			type: "list",
			at,
			items: this.items(node.items, at.path, node.flow === true)
		};
		if (!(0, import_dist.isScalar)(node)) return {
			type: "scalar",
			at,
			value: null,
			text: ""
		};
		const value = node.value;
		if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return {
			type: "scalar",
			at,
			value,
			text: node.source ?? String(value ?? "")
		};
		return this.bad(at, messages.unreadable(quote(String(node.source))));
	}
	alias(name, target, at) {
		if (target === void 0) return this.bad(at, messages.unknownAlias(name));
		this.aliasDepth++;
		const source = this.convert(target, at);
		this.aliasDepth--;
		return source;
	}
	entries(pairs, path, flow) {
		const entries = [];
		const seen = /* @__PURE__ */ new Map();
		const pieces = flow ? pairs.map(({ key, value }) => ({
			head: pieceOf(key),
			tail: pieceOf(value)
		})) : [];
		for (let i = 0; i < pairs.length; i++) {
			const pair = pairs[i];
			const keyNode = pair.key;
			const key = this.keyText(keyNode);
			const at = this.place(keyNode, key === null ? path : childPath(path, key)) ?? {
				...ROOT$1,
				path
			};
			if (key === null) {
				this.report.error(at, messages.complexKey());
				continue;
			}
			const slip = flow ? findSlip(pieces, i) : null;
			if (slip !== null) {
				const valueAt = slip.inKey ? at : this.place(pair.value, at.path) ?? at;
				entries.push({
					key,
					at,
					value: this.bad(valueAt, messages.unquotedComma(slip.text))
				});
				i = slip.last;
				continue;
			}
			const torn = flow ? findTornNumber(pieces, i) : null;
			if (torn !== null) {
				entries.push({
					key,
					at,
					value: this.bad(this.place(pair.value, at.path) ?? at, messages.tornNumber(this.between(pair.value, pairs[torn.last].key), torn.meant))
				});
				i = torn.last;
				continue;
			}
			const first = seen.get(key);
			if (first !== void 0) {
				this.report.error(at, messages.duplicateKey(key, first.line));
				continue;
			}
			seen.set(key, at);
			if (key === "<<") this.report.error(at, messages.mergeKey());
			else entries.push({
				key,
				at,
				value: this.convert(pair.value, at)
			});
		}
		return entries;
	}
	items(nodes, path, flow) {
		const items = [];
		const pieces = flow ? nodes.map((node) => ({
			head: pieceOf(node),
			tail: null
		})) : [];
		for (let i = 0; i < nodes.length; i++) {
			const fallback = {
				...ROOT$1,
				path: `${path}[${items.length}]`
			};
			const slip = flow ? findSlip(pieces, i) : null;
			if (slip === null) items.push(this.convert(nodes[i], fallback));
			else {
				items.push(this.bad(this.place(nodes[i], fallback.path) ?? fallback, messages.unquotedComma(slip.text)));
				i = slip.last;
			}
		}
		return items;
	}
	/** The text from the beginning of one node to the end of another. */
	between(first, last) {
		return this.text.slice(first.range?.[0] ?? 0, last.range?.[1] ?? 0);
	}
	keyText(node) {
		if (!(0, import_dist.isScalar)(node)) return null;
		return typeof node.value === "string" ? node.value : node.source ?? null;
	}
	place(node, path) {
		const offset = node?.range?.[0];
		if (offset === void 0) return null;
		const { line, col } = this.lines.linePos(offset);
		return {
			line,
			column: col,
			path
		};
	}
	bad(at, problem) {
		this.report.error(at, problem);
		return {
			type: "bad",
			at
		};
	}
};
/** What the slip's detector needs to know of a key, value or item: the text of an unquoted scalar. */
function pieceOf(node) {
	if (node === null || node === void 0) return { kind: "nothing" };
	if (!(0, import_dist.isScalar)(node)) return { kind: "other" };
	if (node.value === null && (node.source ?? "") === "") return { kind: "nothing" };
	return node.type === "PLAIN" ? {
		kind: "plain",
		text: node.source ?? String(node.value)
	} : { kind: "other" };
}
// src/model/check.ts
const ROOT = {
	line: 1,
	column: 1,
	path: ""
};
/**
* Reads a model and says everything that is wrong with it. Never throws, whatever the text.
* @throws TypeError where an argument is not even of its type, which only JavaScript lets happen
*/
function checkModel(text, options = {}) {
	const { diagnostics, sound } = analyse(text, options);
	return {
		model: sound?.model ?? null,
		diagnostics
	};
}
function analyse(text, options) {
	checkParseArguments(text, options);
	const { file = "model.yaml", set = {} } = options;
	const report = new Report();
	const source = readDocument(text, report);
	if (source.type !== "map") {
		if (source.type === "scalar" && source.value === null) report.error(ROOT, messages.empty());
		else if (source.type !== "bad") report.error(source.at, messages.notAMap());
		return {
			diagnostics: report.diagnostics(),
			sound: null
		};
	}
	const parameters = new Parameters(entriesOf(source, "parameters"), currencyOf(source), set, report);
	const reader = new Reader(report, parameters.scope);
	const { fields } = reader.record(documentShape, source);
	const identity = {
		name: fields.name?.ok === true ? fields.name.value : baseName(file),
		sha256: sha256(text),
		words: [...reader.words].sort()
	};
	const resolved = resolveModel(fields, ROOT, parameters, identity, report);
	const diagnostics = report.diagnostics();
	if (report.hasErrors) return {
		diagnostics,
		sound: null
	};
	const model = {
		...resolved.model,
		file,
		warnings: diagnostics,
		parameterUnits: unitsOf(parameters)
	};
	rememberSource(model, source);
	return {
		diagnostics,
		sound: {
			resolved,
			parameters,
			model
		}
	};
}
/** The entries of a map below the root; none where there is no map, which reading the root will report. */
function entriesOf(source, key) {
	const value = source.entries.find((entry) => entry.key === key)?.value;
	return value?.type === "map" ? value.entries : [];
}
/** The currency has to be known before any value can be read. */
function currencyOf(source) {
	const value = source.entries.find((entry) => entry.key === "currency")?.value;
	return value?.type === "scalar" && typeof value.value === "string" && isCurrencyCode(value.value) ? value.value : "USD";
}
function unitsOf(parameters) {
	const units = parameters.values().map(({ name, value }) => [name, value.kind === "quantity" ? siUnit(value.quantity.dimension, parameters.scope.currency) : null]);
	return Object.fromEntries(units);
}
function baseName(file) {
	return (file.split(/[\\/]/).at(-1) ?? file).replace(/\.(ya?ml|json)$/i, "") || "model";
}
// src/model/diagnostic.ts
/** Thrown by `parseModel`: the model has errors, all of which are in `diagnostics`. */
var ModelError = class extends Error {
	file;
	diagnostics;
	name = "ModelError";
	constructor(file, diagnostics) {
		super(diagnostics.filter((d) => d.severity === "error").map((d) => `${file}:${d.line}:${d.column}: ${d.message}`).join("\n"));
		this.file = file;
		this.diagnostics = diagnostics;
	}
};
// src/model/parse.ts
/** The model that a text describes, or a `ModelError` with everything that is wrong with it. */
function parseModel(text, options = {}) {
	const { model, diagnostics } = checkModel(text, options);
	if (model === null) throw new ModelError(options.file ?? "model.yaml", diagnostics);
	return model;
}
// src/model/time-path.ts
/** Along a path without lists. Seconds are a constant; null: nothing stands there, or there is no end to it. */
function timeAt(owner, path) {
	let at = owner;
	for (const key of path.split(".")) {
		if (typeof at !== "object" || at === null) return null;
		at = at[key];
	}
	if (typeof at === "number") return Number.isFinite(at) ? {
		kind: "constant",
		value: at
	} : null;
	return at ?? null;
}
// src/model/times.ts
function time(written, input, reality, rest = {}) {
	return {
		toDo: null,
		chain: null,
		...rest,
		written,
		input,
		reality
	};
}
const RATE = "rate";
const checks = ({ mode, failover }) => mode !== "quorum" && (failover === null || failover.detect === null);
const check = {
	counts: checks,
	chain: "health check takes a time that is not exponential"
};
/** By its place in a service. */
const SERVICE_TIMES = {
	"healthCheck.intervalSeconds": time("health-check.interval", "delay", "detection", check),
	"healthCheck.timeoutSeconds": time("health-check.timeout", "delay", "detection", check),
	"healthCheck.slowStart": time("health-check.slow-start", "delay", "failoverTime", {
		name: "slow-start",
		chain: RATE,
		counts: ({ mode }) => mode === "active-active"
	}),
	"failover.detect": time("failover.detect", "delay", "detection", {
		toDo: "to detect that its active is gone",
		chain: RATE
	}),
	"failover.decide": time("failover.decide", "delay", "failoverTime", {
		toDo: "to decide on a failover",
		chain: RATE
	}),
	"failover.promote": time("failover.promote", "delay", "failoverTime", {
		toDo: "to promote a standby",
		chain: RATE
	}),
	"failover.redirect.delay": time("failover.redirect", "delay", "failoverTime", {
		toDo: "to redirect its clients",
		chain: RATE
	}),
	"failover.redirect.ttlSeconds": time("failover.redirect.dns-ttl", "delay", "failoverTime", {
		toDo: "to redirect its clients",
		chain: "clients move over within a fixed dns-ttl"
	}),
	"failover.retry": time("failover.retry", "delay", "failoverFailure", {
		chain: RATE,
		counts: ({ failover }) => failover !== null && failover.success < 1
	}),
	"failover.rebuild": time("failover.rebuild", "delay", "failoverTime", {
		toDo: "to rebuild a member before it may be promoted",
		chain: RATE
	}),
	"failover.failback.after": time("failover.failback.after", "delay", "failoverTime", {
		name: "failback.after",
		chain: RATE
	}),
	"failover.failback.takes": time("failover.failback.takes", "delay", "failoverTime", {
		name: "failback.takes",
		toDo: "to move back to its first member",
		chain: RATE
	}),
	"failover.falsePositive": time("failover.false-positive.mtbf", "mtbf", "failoverFailure", {
		name: "false-positive mtbf",
		chain: RATE
	}),
	elect: time("elect", "delay", "failoverTime", {
		toDo: "to elect a leader",
		chain: RATE,
		counts: ({ mode }) => mode === "quorum"
	}),
	"replication.lag": time("replication.lag", "delay", "data", { counts: ({ mode, replication }) => mode !== "quorum" && replication !== null && replication.mode !== "sync" }),
	"replication.maxLagSeconds": time("replication.max-lag", null, "data", {
		chain: "max-lag asks how long a standby was away",
		counts: ({ mode, replication }) => mode === "active-passive" && replication !== null && replication.mode !== "sync"
	}),
	"backup.provision": time("backup.provision", "delay", "data"),
	"backup.fullSeconds": time("backup.full", null, "data"),
	"backup.differentialSeconds": time("backup.differential", null, "data"),
	"backup.incrementalSeconds": time("backup.incremental", null, "data"),
	"backup.logSeconds": time("backup.log-shipping", null, "data"),
	"backup.retentionSeconds": time("backup.retention", null, "data"),
	"backup.drillSeconds": time("backup.drill", null, "data")
};
/** Of whatever fails. */
const FAILURE_TIMES = {
	up: {
		written: "mtbf",
		input: "mtbf",
		reality: null
	},
	down: {
		written: "mttr",
		input: "mttr",
		reality: null
	}
};
FAILURE_TIMES.up, FAILURE_TIMES.down, FAILURE_TIMES.up, FAILURE_TIMES.down, FAILURE_TIMES.up, FAILURE_TIMES.down;
/** Those of a service that stand somewhere, and do something, in this one. */
function timesOf(service) {
	return Object.entries(SERVICE_TIMES).filter(([path, { counts }]) => timeAt(service, path) !== null && (counts === void 0 || counts(service)));
}
// src/random/ziggurat.ts
/**
* Standard exponential and normal draws by the ziggurat method (Marsaglia & Tsang 2000, "The
* ziggurat method for generating random variables", J. Statistical Software 5(8)): the density is
* covered by 256 layers of equal area, and 99 % of the draws end in the part of a layer that lies
* wholly below it. Unlike the published code, layer and place come from different bits: of one word of
* 32 bits, 8 choose the layer and the others the place in it.
*
* How coarse that is: a draw lies in the middle of one of 2^24 equal cells of its layer (normal: 2^23 on either side),
* so it is off by less than 2.3e-7 (2.2e-7) of the mean (the deviation), the distribution function is off by less than
* 2^-24 (2^-23) anywhere, and a mean by less still, since a cell's middle is its mean. A sample would have to be of
* 10^14 draws to show it. A tail is no coarser: it is a fresh draw beyond where the layers end. Nor are small values
* of an
* exponential, which is where two failures fall together: the first 2^16 cells are cut up further, so that P(X < x) is
* right to one part in 2^17 for any x, however small.
*/
const LAYERS = 256;
/** Where the tail begins, and the area of each layer: where 256 layers close at the top. */
const EXPONENTIAL_TAIL = 7.69711747013105;
const EXPONENTIAL_AREA = .003949659822581557;
const NORMAL_TAIL = 3.654152885361009;
const NORMAL_AREA = .004928673233974655;
function buildLayers(tail, area, density, inverse) {
	const edge = /* @__PURE__ */ new Float64Array(257);
	const height = /* @__PURE__ */ new Float64Array(257);
	edge[0] = area / density(tail);
	edge[1] = tail;
	height[1] = density(tail);
	for (let i = 2; i < LAYERS; i++) {
		height[i] = area / edge[i - 1] + height[i - 1];
		edge[i] = inverse(height[i]);
	}
	edge[LAYERS] = 0;
	height[LAYERS] = 1;
	return {
		edge,
		height
	};
}
const exponential = buildLayers(EXPONENTIAL_TAIL, EXPONENTIAL_AREA, (x) => exp(-x), (y) => -ln(y));
const normal = buildLayers(NORMAL_TAIL, NORMAL_AREA, (x) => exp(-.5 * x * x), (y) => Math.sqrt(-2 * ln(y)));
const E_EDGE = exponential.edge;
const E_HEIGHT = exponential.height;
const N_EDGE = normal.edge;
const N_HEIGHT = normal.height;
/** [layer] width of a place in it. */
const E_PLACE = E_EDGE.map((edge) => edge * 5.960464477539063e-8);
const N_PLACE = N_EDGE.map((edge) => edge * 1.1920928955078125e-7);
/** A draw of the exponential distribution with mean 1. Positive. One step of the stream, mostly. */
function standardExponential(states, row) {
	const word = nextWord(states, row);
	const layer = word & 255;
	const x = ((word >>> 8) + .5) * E_PLACE[layer];
	return x < E_EDGE[layer + 1] && word >>> 24 !== 0 ? x : exponentialOutside(states, row, word);
}
/** At the very left of a layer, in the part of it that the density does not fill, or in the tail. */
function exponentialOutside(states, row, first) {
	let beyond = 0;
	for (let word = first;; word = nextWord(states, row)) {
		const layer = word & 255;
		const inCell = word >>> 24 === 0 ? uniform53(states, row) : .5;
		const x = ((word >>> 8) + inCell) * E_PLACE[layer];
		if (x < E_EDGE[layer + 1]) return beyond + x;
		if (layer === 0) {
			beyond += EXPONENTIAL_TAIL;
			continue;
		}
		if (E_HEIGHT[layer] + uniform53(states, row) * (E_HEIGHT[layer + 1] - E_HEIGHT[layer]) < exp(-x)) return beyond + x;
	}
}
/** A draw of the normal distribution with mean 0 and variance 1. */
function standardNormal(states, row) {
	for (;;) {
		const word = nextWord(states, row);
		const layer = word & 255;
		const negative = (word & 256) !== 0;
		const x = ((word >>> 9) + .5) * N_PLACE[layer];
		if (x < N_EDGE[layer + 1]) return negative ? -x : x;
		if (layer === 0) {
			const far = normalTail(states, row);
			return negative ? -far : far;
		}
		if (N_HEIGHT[layer] + uniform53(states, row) * (N_HEIGHT[layer + 1] - N_HEIGHT[layer]) < exp(-.5 * x * x)) return negative ? -x : x;
	}
}
/** |Z| given that it is beyond the tail's start (Marsaglia 1964). */
function normalTail(states, row) {
	for (;;) {
		const x = standardExponential(states, row) / NORMAL_TAIL;
		if (2 * standardExponential(states, row) > x * x) return NORMAL_TAIL + x;
	}
}
// src/random/gamma.ts
/**
* A draw of the gamma distribution with the given shape (> 0) and scale 1: squeeze and rejection on
* a cubed normal (Marsaglia & Tsang 2000, "A simple method for generating gamma variables", ACM
* TOMS 26:363-372). Below shape 1: gamma(shape + 1) · U^(1/shape), as they advise.
*/
function standardGamma(shape, states, row) {
	const boost = shape < 1 ? exp(-standardExponential(states, row) / shape) : 1;
	const d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
	const c = 1 / Math.sqrt(9 * d);
	for (;;) {
		const x = standardNormal(states, row);
		const root = 1 + c * x;
		if (root <= 0) continue;
		const v = root * root * root;
		const u = uniform53(states, row);
		const x2 = x * x;
		if (u < 1 - .0331 * x2 * x2 || ln(u) < .5 * x2 + d * (1 - v + ln(v))) return d * v * boost;
	}
}
// src/random/draws.ts
/** Drawing from packed distributions in the hot loop. */
/** A draw, in seconds, >= 0. A constant takes nothing from the stream. */
function draw(table, id, states, row) {
	const p = table.parameters;
	const at = id * 4;
	switch (table.kind[id]) {
		case 0: return p[at + 3];
		case 1: return p[at + 3] * standardExponential(states, row);
		case 2: return p[at] + uniform53(states, row) * (p[at + 1] - p[at]);
		case 3: return triangular(p[at], p[at + 1], p[at + 2], uniform53(states, row));
		case 4: return p[at] * exp(p[at + 1] * standardNormal(states, row));
		case 5: return p[at] * exp(p[at + 1] * ln(standardExponential(states, row)));
		case 6: return p[at] * standardGamma(p[at + 1], states, row);
		default: return table.values[p[at] + Math.floor(uniform53(states, row) * p[at + 1])];
	}
}
/**
* A draw of the equilibrium residual, in seconds: what is left of a lifetime that is found running
* (density (1 - F(x)) / mean, Cox 1962). It is a uniform share of a lifetime drawn with weights in
* proportion to its length. A mean of 0 gives 0.
*/
function drawResidual(table, id, states, row) {
	if (table.kind[id] === 1) return draw(table, id, states, row);
	return uniform53(states, row) * drawLengthBiased(table, id, states, row);
}
/** A draw with weights in proportion to its length, in seconds (density x f(x) / mean): what a random moment meets. */
function drawLengthBiased(table, id, states, row) {
	const p = table.parameters;
	const at = id * 4;
	switch (table.kind[id]) {
		case 0: return p[at + 3];
		case 1: return p[at + 3] * (standardExponential(states, row) + standardExponential(states, row));
		case 2: {
			const low = p[at] * p[at];
			return Math.sqrt(low + uniform53(states, row) * (p[at + 1] * p[at + 1] - low));
		}
		case 3: for (;;) {
			const x = triangular(p[at], p[at + 1], p[at + 2], uniform53(states, row));
			if (uniform53(states, row) * p[at + 2] < x) return x;
		}
		case 4: return p[at] * exp(p[at + 1] * (p[at + 1] + standardNormal(states, row)));
		case 5: return p[at] * exp(p[at + 1] * ln(standardGamma(1 + p[at + 1], states, row)));
		case 6: return p[at] * standardGamma(p[at + 1] + 1, states, row);
		default: return lengthBiasedValue(table.values, p[at], p[at + 1], uniform53(states, row));
	}
}
/** Inverse of the distribution function at u. */
function triangular(min, mode, max, u) {
	const width = max - min;
	const below = mode - min;
	return u * width < below ? min + Math.sqrt(u * width * below) : max - Math.sqrt((1 - u) * width * (max - mode));
}
/** The first value whose running sum exceeds u times the total, by bisection. */
function lengthBiasedValue(values, first, count, u) {
	const sums = first + count;
	const target = u * values[sums + count - 1];
	let low = 0;
	let high = count - 1;
	while (low < high) {
		const middle = low + high >> 1;
		if (values[sums + middle] > target) high = middle;
		else low = middle + 1;
	}
	return values[first + low];
}
// src/engine/marks.ts
/** Something that holds the member has come or gone, or its copy of the data is destroyed. */
function markMember(e, member) {
	const { isMarked, marked } = e.state;
	if (isMarked[member] === 1) return;
	isMarked[member] = 1;
	marked[e.marked++] = member;
	e.attention = 1;
}
/** How much the service answers by itself has to be worked out anew. */
function markShare(e, service) {
	const { isShareMarked, markedShares } = e.state;
	if (isShareMarked[service] === 1) return;
	isShareMarked[service] = 1;
	markedShares[e.markedShares++] = service;
	e.attention = 1;
}
/** The answer of a site's copy has changed, or the last copy of its data is gone. */
function markSite(e, site) {
	const { isUnsettled, unsettled } = e.state;
	if (isUnsettled[site] === 1) return;
	isUnsettled[site] = 1;
	unsettled[e.unsettled++] = site;
	e.attention = 1;
}
/** The service looks again for somebody to serve, or to restore to. */
function looksWhenOver(e, service) {
	e.attention = 1;
	if (e.state.looksAgain[service] === 1) return;
	e.state.looksAgain[service] = 1;
	e.lookingAgain++;
}
/** The service's health check reports an active that works as dead. */
function markAlarm(e, service) {
	e.attention = 1;
	if (e.state.isAlarmed[service] === 1) return;
	e.state.isAlarmed[service] = 1;
	e.alarms++;
}
/** Backups are out of reach that somebody may be reading. */
function backupsGone(e) {
	e.readersToInterrupt = 1;
	e.attention = 1;
}
/** Backups are there that were not, or are destroyed that somebody waits for. */
function backupsChanged(e) {
	e.domainsBack = 1;
	e.attention = 1;
}
// src/engine/timers.ts
/** Kinds of timers; simultaneous events happen in this order, and within a kind in that of their owners. */
const TIMERS = [
	"clock",
	"member",
	"restart",
	"stage",
	"failback",
	"restore"
];
/** How many timers there are of each kind. */
const OWNERS = {
	clock: ({ counts }) => counts.clocks,
	member: ({ counts, serviceOnlyCounts }) => serviceOnlyCounts.includes(0) ? counts.members : 0,
	restart: ({ counts, memberRestartDraw }) => memberRestartDraw.some((draw) => draw >= 0) ? counts.members : 0,
	stage: ({ counts }) => counts.services,
	failback: ({ counts }) => counts.services,
	restore: ({ counts }) => counts.services
};
function slotsOf(program) {
	const first = new Int32Array(TIMERS.length + 1);
	TIMERS.forEach((kind, i) => first[i + 1] = first[i] + OWNERS[kind](program));
	return {
		...Object.fromEntries(TIMERS.map((kind, i) => [kind, first[i]])),
		first,
		count: first[TIMERS.length]
	};
}
/** Stages of an active-passive service (`stage`). */
const STAGE$1 = {
	serving: 0,
	detecting: 1,
	deciding: 2,
	waiting: 3,
	betweenAttempts: 4,
	promoting: 5,
	redirecting: 6,
	restoring: 7
};
/** A table with a row for each stage, as it is looked up: [STAGE]. */
function byStage(rows) {
	return listed(STAGE$1, rows);
}
/** Stages of a quorum (`stage`). */
const QUORUM$1 = {
	serving: 0,
	electing: 1,
	stopped: 2
};
/** Allocates a state for the program; `start.ts` gives it its first values. */
function createState(program) {
	const { clocks, members, services, domains, policies, streams, sources } = program.counts;
	const slots = slotsOf(program);
	const timers = slots.count - slots.member;
	const heap = Math.max(1, clocks + 2 * timers);
	const copies = program.policyCopies.length;
	const settled = program.memberCopy.some((copy) => copy >= 0) ? members : 0;
	const told = program.memberService.reduce((sum, service) => sum + 1 - program.serviceOnlyCounts[service], 0);
	const doubles = heap + timers + sources + program.tapeLength * 2 + services * 8 + program.answerDepth + 1 + members * 2 + policies * 2 + copies * 18;
	const integers = (streams + 1) * 4 + heap + program.tapeLength * 2 + members * 2 + told * 2 + settled * 2 + services * 10 + domains + copies;
	const bytes = clocks + program.shockMembers.length + members * 10 + services * 9;
	const buffer = new ArrayBuffer(doubles * 8 + integers * 4 + bytes);
	let offset = 0;
	const f64 = (length) => new Float64Array(buffer, (offset += length * 8) - length * 8, length);
	const i32 = (length) => new Int32Array(buffer, (offset += length * 4) - length * 4, length);
	const u8 = (length) => new Uint8Array(buffer, (offset += length) - length, length);
	return {
		buffer,
		heapTime: f64(heap),
		due: f64(timers),
		nextRings: f64(sources),
		ringTime: f64(program.tapeLength),
		ringRepair: f64(program.tapeLength),
		ownShare: f64(services),
		answer: f64(services),
		answerStack: f64(program.answerDepth + 1),
		written: f64(services),
		writingSince: f64(services),
		syncedAt: f64(members),
		lag: f64(members),
		lostAt: f64(services),
		restoreLoss: f64(services),
		restoreTakes: f64(services),
		restoredAt: f64(services),
		backupPhase: f64(policies),
		drillPhase: f64(policies),
		copyValidFrom: f64(copies),
		copyBehind: f64(copies),
		gapFrom: f64(copies * 8),
		gapUntil: f64(copies * 8),
		streams: i32((streams + 1) * 4),
		heapSlot: i32(heap),
		ringClock: i32(program.tapeLength),
		ringOrder: i32(program.tapeLength),
		holds: i32(members),
		blocked: i32(members),
		marked: i32(told),
		reacting: i32(told),
		markedShares: i32(services),
		unsettled: i32(settled),
		settling: i32(settled),
		domainDown: i32(domains),
		gaps: i32(copies),
		returning: i32(services),
		healthy: i32(services),
		rotation: i32(services),
		active: i32(services),
		target: i32(services),
		holder: i32(services),
		redirected: i32(services),
		zeros: i32(services),
		partials: i32(services),
		clockDown: u8(clocks),
		struck: u8(program.shockMembers.length),
		restarting: u8(members),
		inRotation: u8(members),
		hasData: u8(members),
		hasLost: u8(members),
		works: u8(members),
		isMarked: u8(members),
		isAlarmed: u8(services),
		isShareMarked: u8(services),
		connected: u8(members),
		stale: u8(members),
		stage: u8(services),
		planned: u8(services),
		desperate: u8(services),
		siteHeld: u8(members),
		isUnsettled: u8(members),
		allLost: u8(services),
		dataHeld: u8(services),
		hopeless: u8(services),
		looksAgain: u8(services)
	};
}
// src/engine/backup-copies.ts
/**
* A domain is down: copies in it get nothing from now on. Where its data are destroyed they are empty until it is back.
*/
function copiesFail(e, domain, losesData) {
	const { policyCopies } = e.program;
	const { copyBehind, copyValidFrom } = e.state;
	for (let i = 0; i < policyCopies.length; i++) {
		if (!isIn(e, policyCopies[i], domain)) continue;
		if (copyBehind[i] === Infinity) copyBehind[i] = e.now;
		if (losesData === 1) copyValidFrom[i] = Infinity;
	}
}
/**
* A domain is back: copies that burned in it begin anew, and all that nothing else keeps away wait for what they have
* missed.
*/
function copiesReturn(e, domain) {
	const { policyCopies } = e.program;
	const { copyValidFrom, gaps } = e.state;
	for (let i = 0; i < policyCopies.length; i++) {
		if (!isIn(e, policyCopies[i], domain) || !isReachable(e, policyCopies[i])) continue;
		e.backlog = 1;
		e.attention = 1;
		if (copyValidFrom[i] !== Infinity) continue;
		copyValidFrom[i] = e.now;
		gaps[i] = 0;
	}
}
/** The instant is over: copies within reach get what they have missed, if a source lives. */
function shipBacklog(e) {
	const { counts, policyCopyOffsets, policyCopies } = e.program;
	const { copyBehind } = e.state;
	e.backlog = 0;
	for (let policy = 0; policy < counts.policies; policy++) for (let i = policyCopyOffsets[policy]; i < policyCopyOffsets[policy + 1]; i++) {
		if (copyBehind[i] === Infinity || !isReachable(e, policyCopies[i])) continue;
		if (sourceLives(e, policy, -1)) copyBehind[i] = Infinity;
		else e.backlog = 1;
	}
}
/** Of services that this policy backs up, but for one, some member works and has the data. */
function sourceLives(e, policy, but) {
	const { counts, restoreOffsets, restorePolicies, serviceMembers } = e.program;
	const { hasData, holds } = e.state;
	for (let service = 0; service < counts.services; service++) {
		if (service === but) continue;
		for (let i = restoreOffsets[service]; i < restoreOffsets[service + 1]; i++) {
			if (restorePolicies[i] !== policy) continue;
			for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) if (holds[m] === 0 && hasData[m] === 1) return true;
		}
	}
	return false;
}
/**
* A service has data again, restored or begun anew. What it had written and was not shipped is nowhere, and no backup
* has been made since it was lost.
*/
function dataAreBack(e, service) {
	const { restoreOffsets, restorePolicies, policyCopyOffsets } = e.program;
	const { copyBehind, lostAt, restoredAt } = e.state;
	restoredAt[service] = e.now;
	for (let r = restoreOffsets[service]; r < restoreOffsets[service + 1]; r++) {
		const policy = restorePolicies[r];
		if (sourceLives(e, policy, service)) continue;
		for (let i = policyCopyOffsets[policy]; i < policyCopyOffsets[policy + 1]; i++) addGap(e, i, Math.min(copyBehind[i], lostAt[service]));
	}
}
function addGap(e, copy, from) {
	const { gaps, gapFrom, gapUntil } = e.state;
	const first = copy * 8;
	if (gaps[copy] > 0 && gapFrom[first + gaps[copy] - 1] === from) {
		gapUntil[first + gaps[copy] - 1] = e.now;
		return;
	}
	if (gaps[copy] === 8) {
		gapFrom.copyWithin(first, first + 1, first + 8);
		gapUntil.copyWithin(first, first + 1, first + 8);
		gaps[copy]--;
	}
	gapFrom[first + gaps[copy]] = from;
	gapUntil[first + gaps[copy]] = e.now;
	gaps[copy]++;
}
/**
* Since when the copies within reach have kept backups, the one that goes back furthest; Infinity: none is within
* reach.
*/
function readableSince(e, policy) {
	const { policyCopyOffsets, policyCopies } = e.program;
	const end = policyCopyOffsets[policy + 1];
	let since = policyCopyOffsets[policy] === end ? -Infinity : Infinity;
	for (let i = policyCopyOffsets[policy]; i < end; i++) if (isReachable(e, policyCopies[i]) && e.state.copyValidFrom[i] < since) since = e.state.copyValidFrom[i];
	return since;
}
/**
* Until when what follows upon a full backup has been shipped to copies within reach: one that has it, and those that
* lead on from there.
* @param begin of that full backup
*/
function shippedUntil(e, policy, begin, lostAt) {
	const { policyCopyOffsets, policyCopies } = e.program;
	const { copyBehind, copyValidFrom } = e.state;
	if (policyCopyOffsets[policy] === policyCopyOffsets[policy + 1]) return lostAt;
	let until = begin;
	for (let isLonger = true; isLonger;) {
		isLonger = false;
		for (let i = policyCopyOffsets[policy]; i < policyCopyOffsets[policy + 1]; i++) {
			if (copyValidFrom[i] > until || !isReachable(e, policyCopies[i])) continue;
			const shipped = Math.min(copyBehind[i], lostAt);
			if (shipped <= until) continue;
			until = shipped;
			isLonger = true;
		}
	}
	return until;
}
function isReachable(e, domain) {
	for (let d = domain; d >= 0; d = e.program.domainParent[d]) if (e.state.domainDown[d] > 0) return false;
	return true;
}
function isIn(e, inner, domain) {
	for (let d = inner; d >= 0; d = e.program.domainParent[d]) if (d === domain) return true;
	return false;
}
// src/engine/tilt.ts
/** Neither side of a tilted coin has less than this. */
const LEAST_CHANCE = .2;
/** Chances that victims of a shock are drawn with, each as often as the others, in half of its strikes. */
const VICTIM_CHANCES = [
	.1,
	.3,
	.6
];
/**
* Seconds of (1 − share) f + share · x f / mean: what a random moment meets, in so many of the draws. The weight grows
* by 1 / (1 − share) at most, and falls for the long ones.
*/
function drawTilted(e, id, stream, share) {
	const { draws } = e.program;
	const { streams } = e.state;
	const seconds = uniform32(streams, stream) < share ? drawLengthBiased(draws, id, streams, stream) : draw(draws, id, streams, stream);
	const mean = drawMean(draws, id);
	if (mean > 0) e.weight /= 1 - share + share * seconds / mean;
	return seconds;
}
function tiltedDelay(e, id, stream) {
	e.tiltedDelays--;
	return drawTilted(e, id, stream, .5);
}
/** Whether it happens. @param probability that it does, neither 0 nor 1 */
function tiltedCoin(e, stream, probability) {
	e.tiltedCoins--;
	const chance = Math.min(Math.max(probability, LEAST_CHANCE), .8);
	const does = uniform32(e.state.streams, stream) < chance;
	e.weight *= does ? probability / chance : (1 - probability) / (1 - chance);
	return does;
}
/** Whom a shock strikes: half of the time as it does, else with one of a few larger chances. */
function tiltedVictims(e, shock) {
	const { shockMemberOffsets, shockProbability, shockStream } = e.program;
	const { streams, struck } = e.state;
	const probability = shockProbability[shock];
	const stream = shockStream[shock];
	const first = shockMemberOffsets[shock];
	const end = shockMemberOffsets[shock + 1];
	e.tiltedCoins--;
	const larger = VICTIM_CHANCES.filter((chance) => chance > probability);
	const choice = uniform32(streams, stream) * 2 * larger.length;
	const chance = choice < larger.length ? larger[Math.floor(choice)] : probability;
	let victims = 0;
	for (let i = first; i < end; i++) {
		struck[i] = uniform32(streams, stream) < chance ? 1 : 0;
		victims += struck[i];
	}
	const others = end - first - victims;
	let mixture = larger.length === 0 ? 1 : .5;
	for (const each of larger) mixture += .5 / larger.length * power(each / probability, victims) * power((1 - each) / (1 - probability), others);
	e.weight /= mixture;
}
// src/engine/chance.ts
/** A delay, in seconds. That it is as long as it is on average says nothing about when, or how often, it is drawn. */
function delay(e, id, stream) {
	const { draws } = e.program;
	const seconds = e.tiltedDelays > 0 ? tiltedDelay(e, id, stream) : draw(draws, id, e.state.streams, stream);
	if (e.probe.notesChance) e.probe.delay(e, stream, seconds - drawMean(draws, id));
	return seconds;
}
/** True with the given chance, drawn from the stream. A certainty draws nothing. */
function happens$1(e, stream, probability) {
	if (probability >= 1) return true;
	const does = e.tiltedCoins > 0 ? tiltedCoin(e, stream, probability) : uniform32(e.state.streams, stream) < probability;
	if (e.probe.notesChance) e.probe.chance(e, stream, does ? 0 : 1, 1 - probability);
	return does;
}
/**
* Of so many trials one after the other, each of which hits with the given chance: how many miss before the first hit;
* all of them if none hits. One draw, however many there are.
*/
function missesBeforeHit(e, stream, probability, most) {
	if (most <= 0 || probability >= 1) return 0;
	const misses = probability <= 0 ? most : runLength(e, stream, log1p(-probability), most);
	if (e.probe.notesChance) e.probe.chance(e, stream, misses, Math.min(misses + 1, most) * (1 - probability));
	return misses;
}
/** The same the other way round: how many hit before the first miss. */
function hitsBeforeMiss(e, stream, probability, most) {
	if (most <= 0 || probability >= 1) return Math.max(0, most);
	const hits = probability <= 0 ? 0 : runLength(e, stream, ln(probability), most);
	if (e.probe.notesChance) e.probe.chance(e, stream, hits < most ? 1 : 0, Math.min(hits + 1, most) * (1 - probability));
	return hits;
}
/** How long it goes on, by inversion of the geometric distribution. @param lnChance that it goes on once more */
function runLength(e, stream, lnChance, most) {
	return Math.min(most, Math.floor(ln(uniform53(e.state.streams, stream)) / lnChance));
}
/** From a failure to the health check's verdict: U(0, interval) and the fixed part given, seconds. */
function checkDelay(e, service, fixed) {
	const stream = e.program.operationStream[service];
	const u = uniform32(e.state.streams, stream);
	if (e.probe.notesChance) e.probe.delay(e, stream, (u - .5) * e.program.checkInterval[service]);
	return u * e.program.checkInterval[service] + fixed;
}
// src/engine/heap.ts
/** Queues the slot at the time, or moves it there if it is queued already. */
function schedule(e, slot, time) {
	const timer = slot - e.slots.member;
	if (timer >= 0) {
		const isMoved = isDue(e, slot);
		e.state.due[timer] = time;
		push(e, slot, time);
		if (isMoved) dropPassed(e);
	} else push(e, slot, time);
}
/** Takes the slot, no clock's, out of the queue; nothing happens if it is not in it. */
function cancel(e, slot) {
	e.state.due[slot - e.slots.member] = NaN;
	dropPassed(e);
}
/** Whether the slot, no clock's, is queued. */
function isDue(e, slot) {
	const due = e.state.due[slot - e.slots.member];
	return due === due;
}
/** Takes a clock's entry, which must be there, out of the queue: for whoever makes it fail before its time. */
function withdraw(e, clock) {
	const { heapSlot, heapTime } = e.state;
	const at = heapSlot.subarray(0, e.heapSize).indexOf(clock);
	e.heapSize--;
	heapTime[at] = heapTime[e.heapSize];
	heapSlot[at] = heapSlot[e.heapSize];
	heapify(e);
	dropPassed(e);
}
/** When the next thing happens of itself, queued or rung by a source; Infinity: never. */
function nextEvent(e) {
	return Math.min(e.nextRing, e.heapSize > 0 ? e.state.heapTime[0] : Infinity);
}
/** Removes the first entry and returns its slot. The heap must not be empty. */
function pop(e) {
	const slot = e.state.heapSlot[0];
	removeFirst(e);
	if (slot >= e.slots.member) e.state.due[slot - e.slots.member] = NaN;
	dropPassed(e);
	return slot;
}
/** Throws away what is first and does not count. */
function dropPassed(e) {
	const { due, heapSlot, heapTime } = e.state;
	const { member } = e.slots;
	while (e.heapSize > 0 && heapSlot[0] >= member && due[heapSlot[0] - member] !== heapTime[0]) removeFirst(e);
}
function push(e, slot, time) {
	const { heapTime, heapSlot } = e.state;
	if (e.heapSize === heapTime.length) clear(e);
	let position = e.heapSize++;
	while (position > 0) {
		const parent = position - 1 >> 1;
		const parentTime = heapTime[parent];
		if (parentTime < time || parentTime === time && heapSlot[parent] < slot) break;
		heapTime[position] = parentTime;
		heapSlot[position] = heapSlot[parent];
		position = parent;
	}
	heapTime[position] = time;
	heapSlot[position] = slot;
}
/** The heap must not be empty. */
function removeFirst(e) {
	const last = --e.heapSize;
	if (last > 0) siftDown(e, 0, e.state.heapSlot[last], e.state.heapTime[last]);
}
function siftDown(e, from, slot, time) {
	const { heapTime, heapSlot } = e.state;
	const size = e.heapSize;
	let position = from;
	for (;;) {
		let child = 2 * position + 1;
		if (child >= size) break;
		let childTime = heapTime[child];
		if (child + 1 < size) {
			const rightTime = heapTime[child + 1];
			if (rightTime < childTime || rightTime === childTime && heapSlot[child + 1] < heapSlot[child]) {
				child++;
				childTime = rightTime;
			}
		}
		if (time < childTime || time === childTime && slot < heapSlot[child]) break;
		heapTime[position] = childTime;
		heapSlot[position] = heapSlot[child];
		position = child;
	}
	heapTime[position] = time;
	heapSlot[position] = slot;
}
/**
* No room left: whatever does not count is thrown away, wherever it is. There is room for every slot, and as much
* again.
*/
function clear(e) {
	const { due, heapSlot, heapTime } = e.state;
	const { member } = e.slots;
	let size = 0;
	for (let i = 0; i < e.heapSize; i++) {
		if (heapSlot[i] >= member && due[heapSlot[i] - member] !== heapTime[i]) continue;
		heapTime[size] = heapTime[i];
		heapSlot[size++] = heapSlot[i];
	}
	e.heapSize = size;
	heapify(e);
}
/** Puts entries in whatever order into that of a heap. */
function heapify(e) {
	const { heapSlot, heapTime } = e.state;
	for (let i = (e.heapSize >> 1) - 1; i >= 0; i--) siftDown(e, i, heapSlot[i], heapTime[i]);
}
// src/engine/needs.ts
function hasNeeds({ program: { needOffsets } }, service) {
	return needOffsets[service] < needOffsets[service + 1];
}
/** None of the services that it needs is down. */
function needsAreMet$1({ program: { needOffsets, needs, downBelow }, state: { answer } }, service) {
	for (let i = needOffsets[service]; i < needOffsets[service + 1]; i++) if (answer[needs[i]] < downBelow) return false;
	return true;
}
/** A service is back: whoever needs it looks again when the instant is over. */
function needReturns(e, service) {
	const { waiterOffsets, waiters } = e.program;
	for (let i = waiterOffsets[service]; i < waiterOffsets[service + 1]; i++) looksWhenOver(e, waiters[i]);
}
// src/engine/replication.ts
/** Reading of the service's write clock, seconds of writes. */
function writeClock(e, service) {
	const { written, writingSince } = e.state;
	const since = writingSince[service];
	return Number.isNaN(since) ? written[service] : written[service] + (e.now - since);
}
function setWriting(e, service, isWriting) {
	const { written, writingSince } = e.state;
	if (isWriting === !Number.isNaN(writingSince[service])) return;
	written[service] = writeClock(e, service);
	writingSince[service] = isWriting ? e.now : NaN;
}
/** Seconds of writes that the standby missed while it did not follow. */
function missed(e, service, member) {
	return e.state.connected[member] === 1 ? 0 : writeClock(e, service) - e.state.syncedAt[member];
}
/** There is nothing left that the standby could be behind. */
function forgetLag(e, service, member) {
	e.state.syncedAt[member] = writeClock(e, service);
	e.state.lag[member] = 0;
	e.state.stale[member] = 0;
}
function disconnect$1(e, service, member) {
	const { connected, syncedAt } = e.state;
	cancel(e, e.slots.member + member);
	if (connected[member] === 0) return;
	connected[member] = 0;
	syncedAt[member] = writeClock(e, service);
}
/**
* A working standby follows at once if it misses nothing; otherwise it catches up from a living active, which takes
* `rebuild`. Without replication there is nothing to copy: only a former active is rebuilt, with or without an active.
*/
function connect$1(e, service, member, activeLives) {
	const p = e.program;
	const s = e.state;
	const replicates = p.replicationMode[service] !== REPLICATION$1.none;
	const takes = delay(e, p.rebuildDraw[service], p.operationStream[service]);
	if (takes === 0) s.stale[member] = 0;
	const isBehind = s.hasData[member] === 0 && p.standbysEmpty[service] === 0 || replicates && missed(e, service, member) > 0;
	if (s.stale[member] === 0 && !isBehind) {
		s.connected[member] = 1;
		return;
	}
	if (replicates && !activeLives) return;
	if (takes === 0) caughtUp(e, service, member);
	else schedule(e, e.slots.member + member, e.now + takes);
}
function caughtUp(e, service, member) {
	const { connected, hasData, stale } = e.state;
	connected[member] = 1;
	if (e.program.standbysEmpty[service] === 0) hasData[member] = 1;
	stale[member] = 0;
}
/**
* The active was lost: fixes each standby's lag; the first connected replica, as the nearest, acknowledged the last
* write.
*/
function noteLags(e, service) {
	const p = e.program;
	const s = e.state;
	const mode = p.replicationMode[service];
	s.holder[service] = -1;
	if (mode !== REPLICATION$1.async && mode !== REPLICATION$1.semiSync) return;
	for (let m = p.serviceMembers[service]; m < p.serviceMembers[service + 1]; m++) {
		if (m === s.active[service]) continue;
		s.lag[m] = delay(e, p.lagDraw[service], p.dataStream[service]);
		const isConnected = s.hasData[m] === 1 && s.stale[m] === 0 && missed(e, service, m) === 0;
		if (mode === REPLICATION$1.semiSync && isConnected && s.holder[service] < 0) s.holder[service] = m;
	}
}
/** Seconds of writes that are lost when this standby is promoted. */
function lossIfPromoted(e, service, member) {
	const mode = e.program.replicationMode[service];
	if (mode === REPLICATION$1.none) return 0;
	return (mode === REPLICATION$1.sync || e.state.holder[service] === member ? 0 : e.state.lag[member]) + missed(e, service, member);
}
/** Whether the standby may be promoted now. */
function isEligible$1(e, service, member) {
	const p = e.program;
	const s = e.state;
	if (s.holds[member] > 0 || s.hasData[member] === 0 || member === s.active[service] || !needsAreMet$1(e, service)) return false;
	if (s.desperate[service] === 1) return true;
	if (s.stale[member] === 1) return false;
	const mode = p.replicationMode[service];
	if (mode === REPLICATION$1.none) return true;
	if (mode === REPLICATION$1.sync) return missed(e, service, member) === 0;
	return lossIfPromoted(e, service, member) <= p.maxLag[service];
}
// src/engine/copies.ts
/**
* Destroys the member's copy, and with the last one in a site the site's: all that one failure destroys is gone before
* anybody reacts.
*/
function destroyCopy$1(e, member) {
	const { hasData, hasLost } = e.state;
	const service = e.program.memberService[member];
	if (hasData[member] === 0 || e.program.serviceHoldsData[service] === 0) return;
	hasData[member] = 0;
	hasLost[member] = 1;
	if (e.program.memberCopy[member] >= 0) markSite(e, member);
	else markMember(e, member);
	const site = e.program.dataSite[service];
	if (site >= 0 && !hasEnoughCopies(e, service)) destroyCopy$1(e, site);
}
/** Of a member that others copy from, a shock's damage is copied faithfully by all that follow it. */
function destroyReplicated$1(e, member) {
	const { memberService, serviceMembers, replicationMode, onlyActiveServes } = e.program;
	const service = memberService[member];
	const isSource = onlyActiveServes[service] === 1 && replicationMode[service] !== REPLICATION$1.none && e.state.active[service] === member;
	destroyCopy$1(e, member);
	if (!isSource) return;
	for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) if (e.state.connected[m] === 1) destroyCopy$1(e, m);
}
/** As many copies are left as it takes to keep what was acknowledged: one, or a quorum's majority. */
function hasEnoughCopies(e, service) {
	return countCopies(e, service) >= e.program.copiesRequired[service];
}
/** Whoever works begins anew: where standbys are empty one of them, the active before the others. */
function startEmpty(e, service) {
	const { active, hasData, holds, allLost } = e.state;
	const isSingle = e.program.standbysEmpty[service] === 1;
	const first = firstMember(e, service);
	const end = endMember(e, service);
	allLost[service] = 1;
	hasData.fill(0, first, end);
	if (isSingle && holds[active[service]] === 0) beginWithNothing$1(e, service, active[service]);
	for (let m = first; m < end; m++) if (holds[m] === 0 && !(isSingle && allLost[service] === 0)) beginWithNothing$1(e, service, m);
}
/** What it missed is lost with all the rest, and not lost again when it is promoted. */
function beginWithNothing$1(e, service, member) {
	e.state.hasData[member] = 1;
	e.state.allLost[service] = 0;
	forgetLag(e, service, member);
}
/** A member of an active-active service is back: a working copy heals it, or it heals others, or begins anew. */
function heal(e, service, member) {
	const { hasData, holds } = e.state;
	beginAnew$1(e, service, member);
	const end = endMember(e, service);
	for (let m = firstMember(e, service); m < end; m++) if (holds[m] === 0 && hasData[m] === 1) hasData[member] = 1;
	if (hasData[member] === 0) return;
	for (let m = firstMember(e, service); m < end; m++) if (holds[m] === 0) hasData[m] = 1;
}
/** A member of a quorum is back: a working majority heals its members, or begins anew. */
function healQuorum(e, service) {
	const { hasData, healthy, holds, allLost } = e.state;
	if (healthy[service] < e.program.serviceRequired[service]) return;
	for (let m = firstMember(e, service); m < endMember(e, service); m++) if (holds[m] === 0) hasData[m] = 1;
	allLost[service] = 0;
}
/** Where no copy is left and none will be restored, the first member that is back starts with nothing. */
function beginAnew$1(e, service, member) {
	if (hasBackups(e, service) || countCopies(e, service) > 0) return;
	beginWithNothing$1(e, service, member);
}
function countCopies(e, service) {
	let copies = 0;
	for (let m = firstMember(e, service); m < endMember(e, service); m++) copies += e.state.hasData[m];
	return copies;
}
/** There are policies from which the service can be restored. */
function hasBackups({ program: { restoreOffsets } }, service) {
	return restoreOffsets[service] < restoreOffsets[service + 1];
}
function firstMember(e, service) {
	return e.program.serviceMembers[service];
}
function endMember(e, service) {
	return e.program.serviceMembers[service + 1];
}
// src/engine/holds.ts
/** One thing more holds the member down. */
function hold(e, member) {
	const { holds } = e.state;
	const service = e.program.memberService[member];
	if (e.program.serviceOnlyCounts[service] === 0) {
		holds[member]++;
		markMember(e, member);
	} else if (holds[member]++ === 0) {
		e.state.healthy[service]--;
		e.state.rotation[service]--;
		e.state.inRotation[member] = 0;
		markShare(e, service);
	}
}
/** One of the things that hold the member down is gone. */
function release(e, member) {
	const { holds } = e.state;
	const service = e.program.memberService[member];
	if (e.program.serviceOnlyCounts[service] === 0) {
		holds[member]--;
		markMember(e, member);
	} else if (--holds[member] === 0) {
		e.state.healthy[service]++;
		e.state.rotation[service]++;
		e.state.inRotation[member] = 1;
		markShare(e, service);
	}
}
// src/engine/members.ts
function memberFails$1(e, member, losesData) {
	hold(e, member);
	if (losesData === 1) destroyCopy$1(e, member);
}
function memberRecovers(e, member) {
	release(e, member);
}
function domainFails$1(e, domain, losesData) {
	const { domainMemberOffsets, domainMembers } = e.program;
	const { blocked, restarting, returning } = e.state;
	e.state.domainDown[domain]++;
	if (e.program.counts.policies > 0) copiesFail(e, domain, losesData);
	const end = domainMemberOffsets[domain + 1];
	for (let i = domainMemberOffsets[domain]; i < end; i++) {
		const member = domainMembers[i];
		if (restarting[member] === 1) {
			restarting[member] = 0;
			returning[e.program.memberService[member]]--;
			cancel(e, e.slots.restart + member);
			blocked[member]++;
		} else if (blocked[member]++ === 0) hold(e, member);
	}
	if (losesData === 1) for (let i = domainMemberOffsets[domain]; i < end; i++) destroyCopy$1(e, domainMembers[i]);
	if (e.program.counts.policies === 0) return;
	backupsGone(e);
	if (losesData === 1) backupsChanged(e);
}
function domainReturns(e, domain) {
	const p = e.program;
	const { domainMemberOffsets, domainMembers } = p;
	const { blocked, restarting, returning } = e.state;
	e.state.domainDown[domain]--;
	const end = domainMemberOffsets[domain + 1];
	for (let i = domainMemberOffsets[domain]; i < end; i++) {
		const member = domainMembers[i];
		if (--blocked[member] > 0) continue;
		const restart = p.memberRestartDraw[member];
		if (restart >= 0) {
			restarting[member] = 1;
			returning[p.memberService[member]]++;
			schedule(e, e.slots.restart + member, e.now + delay(e, restart, p.restartStream[p.memberService[member]]));
		} else release(e, member);
	}
	if (p.counts.policies === 0) return;
	copiesReturn(e, domain);
	backupsChanged(e);
}
/** The restart after a domain's return is done. */
function memberRestarted$1(e, member) {
	e.state.restarting[member] = 0;
	e.state.returning[e.program.memberService[member]]--;
	release(e, member);
}
function shockStrikes$1(e, shock, losesData) {
	const { shockMemberOffsets, shockMembers } = e.program;
	const { struck } = e.state;
	const end = shockMemberOffsets[shock + 1];
	drawVictims(e, shock);
	for (let i = shockMemberOffsets[shock]; i < end; i++) if (struck[i] === 1) hold(e, shockMembers[i]);
	if (losesData === 0) return;
	for (let i = shockMemberOffsets[shock]; i < end; i++) if (struck[i] === 1) destroyReplicated$1(e, shockMembers[i]);
}
/** A shock is repaired for all that it struck at once, as a bad deploy is rolled back everywhere. */
function shockEnds(e, shock) {
	const { shockMemberOffsets, shockMembers } = e.program;
	const { struck } = e.state;
	const end = shockMemberOffsets[shock + 1];
	for (let i = shockMemberOffsets[shock]; i < end; i++) {
		if (struck[i] === 0) continue;
		struck[i] = 0;
		release(e, shockMembers[i]);
	}
}
/** The coins that say whom the shock strikes. */
function drawVictims(e, shock) {
	const { shockMemberOffsets, shockProbability, shockStream } = e.program;
	const end = shockMemberOffsets[shock + 1];
	if (e.tiltedCoins > 0) {
		tiltedVictims(e, shock);
		return;
	}
	for (let i = shockMemberOffsets[shock]; i < end; i++) e.state.struck[i] = happens$1(e, shockStream[shock], shockProbability[shock]) ? 1 : 0;
}
/** Data is destroyed everywhere at once, and the members that held it go on: a DROP TABLE that every replica copies. */
function corruptionStrikes(e, row) {
	const { shockMemberOffsets, shockMembers } = e.program;
	const end = shockMemberOffsets[row + 1];
	for (let i = shockMemberOffsets[row]; i < end; i++) destroyCopy$1(e, shockMembers[i]);
}
// src/engine/faults.ts
const nothing$1 = () => void 0;
/** [OWNER] */
const FAULTS = byOwner({
	member: {
		lasts: true,
		isWide: false,
		isCertain: true,
		strike: memberFails$1,
		repair: memberRecovers,
		covers: (_, member, visit) => visit(member),
		place: ({ program }, member) => program.memberDomain[member]
	},
	domain: {
		lasts: true,
		isWide: true,
		isCertain: true,
		strike: domainFails$1,
		repair: domainReturns,
		covers({ program: { domainMemberOffsets, domainMembers } }, domain, visit) {
			for (let i = domainMemberOffsets[domain]; i < domainMemberOffsets[domain + 1]; i++) visit(domainMembers[i]);
		},
		place: (_, domain) => domain
	},
	shock: {
		lasts: true,
		isWide: true,
		isCertain: false,
		strike: shockStrikes$1,
		repair: shockEnds,
		covers({ program: { shockMemberOffsets, shockMembers }, state: { struck } }, shock, visit) {
			for (let i = shockMemberOffsets[shock]; i < shockMemberOffsets[shock + 1]; i++) if (struck[i] === 1) visit(shockMembers[i]);
		},
		place: () => -1
	},
	falsePositive: {
		lasts: false,
		isWide: true,
		isCertain: false,
		strike: markAlarm,
		repair: nothing$1,
		covers: nothing$1,
		place: ({ program, state }, service) => program.memberDomain[state.active[service]]
	},
	corruption: {
		lasts: false,
		isWide: true,
		isCertain: false,
		strike: corruptionStrikes,
		repair: nothing$1,
		covers: nothing$1,
		place: () => -1
	}
});
function faultOf({ clocks }, clock) {
	return FAULTS[clocks[clock * CLOCK.stride + CLOCK.ownerKind]];
}
function ownerOf({ clocks }, clock) {
	return clocks[clock * CLOCK.stride + CLOCK.owner];
}
// src/engine/tape.ts
/** Draws each source's first ring, and fills the tape. */
function beginRings(e) {
	const { sources, sourceGap, counts } = e.program;
	const { nextRings, streams } = e.state;
	for (let source = 0; source < counts.sources; source++) {
		const rings = sources[source * SOURCE.stride + SOURCE.rings];
		nextRings[source] = e.now + standardExponential(streams, rings) * sourceGap[source];
	}
	e.ringsUntil = e.now;
	e.nextRing = Infinity;
	if (counts.sources > 0) drawRings(e);
}
/** The next ring has been taken. */
function nextRing(e) {
	if (++e.ringAt < e.ringCount) e.nextRing = e.state.ringTime[e.state.ringOrder[e.ringAt]];
	else drawRings(e);
}
/** Goes on to the next stretch in which anything rings. */
function drawRings(e) {
	let count = 0;
	let from = 0;
	while (count === 0) {
		from = e.ringsUntil;
		e.ringsUntil = from + e.program.tapeSeconds;
		count = drawUntil(e, e.ringsUntil);
	}
	sortRings(e, from, count);
	e.ringAt = 0;
	e.ringCount = count;
	e.nextRing = e.state.ringTime[e.state.ringOrder[0]];
}
/** All rings before the given time, source by source. @returns how many */
function drawUntil(e, until) {
	const { sources, sourceGap, sourceShare, draws, counts } = e.program;
	const { nextRings, ringTime, ringClock, ringRepair, streams } = e.state;
	let count = 0;
	for (let source = 0; source < counts.sources; source++) {
		let at = nextRings[source];
		if (at >= until) continue;
		const record = source * SOURCE.stride;
		const first = sources[record + SOURCE.clock];
		const clocks = sources[record + SOURCE.clocks];
		const bits = sources[record + SOURCE.bits];
		const repairDraw = sources[record + SOURCE.repairDraw];
		const rings = sources[record + SOURCE.rings];
		const repairs = sources[record + SOURCE.repairs];
		const gap = sourceGap[source];
		const share = sourceShare[source];
		do {
			const word = nextWord(streams, rings);
			const place = bits === 0 ? 0 : word >>> 32 - bits;
			const left = (bits <= 8 ? word << bits : nextWord(streams, rings)) >>> 0;
			const takes = repairDraw < 0 ? 0 : draw(draws, repairDraw, streams, repairs);
			if (left < share && place < clocks) {
				ringTime[count] = at;
				ringClock[count] = first + place;
				ringRepair[count++] = takes;
			}
			at += standardExponential(streams, rings) * gap;
		} while (at < until);
		nextRings[source] = at;
	}
	if (count > ringTime.length) throw new Error(`more rings (${count}) than there is room for (${ringTime.length})`);
	return count;
}
/** Into buckets of equal width, and from there by insertion. What rings at once rings in the order of its clocks. */
function sortRings(e, from, count) {
	const { ringTime, ringOrder } = e.state;
	const { buckets } = e;
	const last = buckets.length - 2;
	const perSecond = (last + 1) / e.program.tapeSeconds;
	buckets.fill(0);
	for (let ring = 0; ring < count; ring++) buckets[1 + bucketOf(ringTime[ring] - from, perSecond, last)]++;
	for (let bucket = 0; bucket < last; bucket++) buckets[bucket + 1] += buckets[bucket];
	for (let ring = 0; ring < count; ring++) ringOrder[buckets[bucketOf(ringTime[ring] - from, perSecond, last)]++] = ring;
	for (let i = 1; i < count; i++) {
		const ring = ringOrder[i];
		let place = i;
		while (place > 0 && isBefore(e, ring, ringOrder[place - 1])) {
			ringOrder[place] = ringOrder[place - 1];
			place--;
		}
		ringOrder[place] = ring;
	}
}
function bucketOf(seconds, perSecond, last) {
	const bucket = seconds * perSecond | 0;
	return bucket < last ? bucket : last;
}
function isBefore({ state: { ringTime, ringClock } }, ring, other) {
	return ringTime[ring] < ringTime[other] || ringTime[ring] === ringTime[other] && ringClock[ring] < ringClock[other];
}
// src/engine/clocks.ts
/** The next ring of any source: what is down already is not struck again. */
function sourceRings(e) {
	const { ringOrder, ringClock, ringRepair, clockDown } = e.state;
	const ring = ringOrder[e.ringAt];
	const clock = ringClock[ring];
	e.repair = ringRepair[ring];
	nextRing(e);
	if (clockDown[clock] !== 0) return;
	e.events++;
	fail(e, clock);
}
/** The timer of one clock: its repair is done, or (not exponential) its time up is over. */
function clockRings(e, clock) {
	const p = e.program;
	if (e.state.clockDown[clock] === 0) {
		clockFails(e, clock);
		return;
	}
	e.state.clockDown[clock] = 0;
	if (e.probe.notesChance) e.probe.repair(e, clock);
	scheduleFailure(e, clock);
	faultOf(p, clock).repair(e, ownerOf(p, clock));
}
/**
* Draws the next failure of a clock that has just come up; exponential ones have their source, and an experiment's
* have none.
*/
function scheduleFailure(e, clock) {
	const { clocks, counts, draws } = e.program;
	if (clock < counts.exponentialClocks || clock >= counts.ownClocks) return;
	const at = clock * CLOCK.stride;
	schedule(e, clock, e.now + draw(draws, clocks[at + CLOCK.upDraw], e.state.streams, clocks[at + CLOCK.stream]));
}
/** A clock with a stream of its own fails now, of itself or because an experiment says so. */
function clockFails(e, clock) {
	const { clocks, draws } = e.program;
	const at = clock * CLOCK.stride;
	e.repair = draw(draws, clocks[at + CLOCK.downDraw], e.state.streams, clocks[at + CLOCK.stream]);
	fail(e, clock);
}
/** A clock that is up fails now: so says who follows a copy, and draws how long the repair takes. */
function strikeNow(e, clock, repairSeconds) {
	if (clock >= e.program.counts.exponentialClocks) withdraw(e, clock);
	e.repair = repairSeconds;
	fail(e, clock);
}
/** It takes `e.repair` seconds to repair. */
function fail(e, clock) {
	const p = e.program;
	const at = clock * CLOCK.stride;
	e.cause = p.clocks[at + CLOCK.cause];
	e.causeClock = clock;
	if (faultOf(p, clock).lasts) {
		e.state.clockDown[clock] = 1;
		schedule(e, clock, e.now + e.repair);
		if (e.probe.notesChance) e.probe.strike(e, clock, e.repair - drawMean(p.draws, p.clocks[at + CLOCK.downDraw]));
	} else {
		if (e.probe.notesChance) e.probe.strike(e, clock, 0);
		scheduleFailure(e, clock);
	}
	strike$1(e, clock);
}
/** Takes down what the clock owns. */
function strike$1(e, clock) {
	const p = e.program;
	faultOf(p, clock).strike(e, ownerOf(p, clock), p.clocks[clock * CLOCK.stride + CLOCK.losesData]);
}
// src/engine/answer.ts
/**
* Sets a service's own share and carries the change to every service that depends on it; stops where nothing changes.
* Services without wants keep count of the shares in their product that are 0 and of those between 0 and 1, so that
* nothing is multiplied out while all that matters is up or down.
*/
function setOwnShare(e, service, share) {
	const { ownShare, zeros, partials } = e.state;
	const before = ownShare[service];
	if (before === share) return;
	ownShare[service] = share;
	const zero = (share === 0 ? 1 : 0) - (before === 0 ? 1 : 0);
	const partial = (share > 0 && share < 1 ? 1 : 0) - (before > 0 && before < 1 ? 1 : 0);
	const p = e.program;
	const { dependentOffsets, dependents, answerFactorOffsets } = p;
	const end = dependentOffsets[service + 1];
	for (let i = dependentOffsets[service]; i < end; i++) {
		const dependent = dependents[i];
		zeros[dependent] += zero;
		partials[dependent] += partial;
		const isPlain = answerFactorOffsets[dependent] === answerFactorOffsets[dependent + 1];
		if (isPlain && zeros[dependent] > 0) setAnswer(e, dependent, 0);
		else if (isPlain && partials[dependent] === 0) setAnswer(e, dependent, 1);
		else setAnswer(e, dependent, evaluateAnswer(p, ownShare, e.state.answerStack, dependent));
	}
}
function setAnswer(e, service, after) {
	const p = e.program;
	const before = e.state.answer[service];
	if (after === before) return;
	e.state.answer[service] = after;
	for (let site = p.copySite[service]; site >= 0; site = p.nextSite[site]) markSite(e, site);
	e.probe.answer(e, service, before);
	if (before < p.downBelow && after >= p.downBelow) needReturns(e, service);
}
/**
* Runs a service's postfix code (see `Program.answerCode`).
* @param ownShare [service]
* @param answerStack room for `answerDepth` numbers
* @returns the share of requests that the service answers, with all that it needs and wants
*/
function evaluateAnswer(p, ownShare, answerStack, service) {
	const { answerOffsets, answerCode, answerFactorOffsets, answerFactors } = p;
	const end = answerOffsets[service + 1];
	let factor = answerFactorOffsets[service];
	let depth = 0;
	let product = 1;
	for (let i = answerOffsets[service]; i < end; i++) {
		const code = answerCode[i];
		if (code >= 0) product *= ownShare[code];
		else if (code === ANSWER.push) {
			answerStack[depth++] = product;
			product = 1;
		} else {
			const without = answerFactors[factor++];
			product = answerStack[--depth] * (without + (1 - without) * product);
		}
	}
	return product;
}
// src/engine/losses.ts
/** A service has lost writes, in seconds of writes. */
function loseWrites(e, service, seconds) {
	if (!isSpare(e, service)) e.probe.loss(e, service, seconds);
}
/** All copies are lost, with nothing to restore from: no number of seconds says how much that is. */
function loseForGood(e, service) {
	e.probe.loss(e, service, Infinity);
}
/** It stands in a site that only stands by: what it loses is still where that site has its data from. */
function isSpare({ program: p, state }, service) {
	if (p.dataSite[service] < 0) return false;
	for (let site = p.serviceSite[service]; site >= 0; site = p.serviceSite[p.memberService[site]]) {
		const around = p.memberService[site];
		if (p.onlyActiveServes[around] === 1 && state.active[around] !== site) return true;
	}
	return false;
}
// src/engine/backup-fulls.ts
/** Borders of intervals meet exactly but for rounding, seconds. */
const EPSILON = 1e-6;
/** Latest drill at or before the given time; −Infinity without drills. */
function latestDrill(e, policy, by) {
	const every = e.program.policies[policy * POLICY.stride + POLICY.drill];
	const phase = e.state.drillPhase[policy];
	return every === Infinity ? -Infinity : phase + Math.floor((by - phase) / every) * every;
}
/**
* The newest full backup within reach that restores: by chance each for itself, or surely if a drill has restored it
* while it was the newest (or, had it failed, has had it taken again at once).
* @param lostAt later ones were never finished
* @returns when it began; NaN: none restores
*/
function restorableFull(e, policy, lostAt) {
	const p = e.program.policies;
	const at = policy * POLICY.stride;
	const every = p[at + POLICY.full];
	const takes = p[at + POLICY.size] / p[at + POLICY.backupRate];
	const phase = e.state.backupPhase[policy];
	const kept = oldestKept(e, policy, lostAt);
	let by = lostAt;
	let newest = NaN;
	while (readableFulls(e, policy, by)) {
		const oldest = Math.max(e.oldestFull, Number.isNaN(newest) ? Math.min(e.newestFull, kept) : kept);
		newest = e.newestFull;
		if (oldest > newest) return NaN;
		const drill = latestDrill(e, policy, Math.min(lostAt, phase + (newest + 1) * every + takes));
		const tried = Math.min(newest, Math.floor((drill - takes - phase) / every));
		const isTried = tried >= oldest;
		const unsure = isTried ? newest - tried : newest - oldest + 1;
		const broken = missesBeforeHit(e, e.program.policyStream[policy], p[at + POLICY.restorable], unsure);
		if (isTried || broken < unsure) return phase + (newest - broken) * every;
		if (oldest === -Infinity) return NaN;
		by = phase + (oldest - 1) * every + takes;
	}
	return NaN;
}
/** Whether a copy that is out of reach has a full backup that none within reach has. */
function isThereMore(e, policy, lostAt) {
	const { policyCopyOffsets, policyCopies, policies } = e.program;
	const at = policy * POLICY.stride;
	const takes = policies[at + POLICY.size] / policies[at + POLICY.backupRate];
	const finish = (full) => e.state.backupPhase[policy] + full * policies[at + POLICY.full] + takes;
	const kept = oldestKept(e, policy, lostAt);
	const isEmpty = !readableFulls(e, policy, lostAt);
	for (let i = policyCopyOffsets[policy]; i < policyCopyOffsets[policy + 1]; i++) {
		if (isReachable(e, policyCopies[i])) continue;
		for (let by = lostAt; copyFulls(e, policy, i, by);) {
			const newest = e.newestFull;
			if (newest < kept && !isEmpty) break;
			if (!readableFulls(e, policy, finish(newest)) || e.newestFull !== newest) return true;
			if (e.oldestFull === -Infinity) break;
			by = finish(e.oldestFull - 1);
		}
	}
	return false;
}
/**
* Some full backup within reach was finished by then: numbers of the newest and of the oldest from which on none is
* missing.
*/
function readableFulls(e, policy, by) {
	const { policyCopyOffsets, policyCopies } = e.program;
	const end = policyCopyOffsets[policy + 1];
	if (policyCopyOffsets[policy] === end) return fullsBetween(e, policy, e.firstBackup, -Infinity, by);
	let newest = -Infinity;
	let oldest = Infinity;
	for (let i = policyCopyOffsets[policy]; i < end; i++) {
		if (!isReachable(e, policyCopies[i]) || !copyFulls(e, policy, i, by)) continue;
		if (e.newestFull < newest || e.newestFull === newest && e.oldestFull >= oldest) continue;
		newest = e.newestFull;
		oldest = e.oldestFull;
	}
	e.newestFull = newest;
	e.oldestFull = oldest;
	return newest >= oldest;
}
/** The same of one copy. */
function copyFulls(e, policy, copy, by) {
	const { copyBehind, copyValidFrom, gaps, gapFrom, gapUntil } = e.state;
	const since = Math.max(copyValidFrom[copy], e.firstBackup);
	let until = Math.min(by, copyBehind[copy]);
	for (let gap = copy * 8 + gaps[copy] - 1; gap >= copy * 8; gap--) {
		if (until > gapUntil[gap] && fullsBetween(e, policy, since, gapUntil[gap], until)) return true;
		until = Math.min(until, gapFrom[gap]);
	}
	return fullsBetween(e, policy, since, -Infinity, until);
}
/** Those that began at or after one time, and were finished after another one and by a third. */
function fullsBetween(e, policy, since, after, by) {
	const p = e.program.policies;
	const at = policy * POLICY.stride;
	const every = p[at + POLICY.full];
	const takes = p[at + POLICY.size] / p[at + POLICY.backupRate];
	const phase = e.state.backupPhase[policy];
	e.newestFull = Math.floor((by - takes - phase + EPSILON) / every);
	e.oldestFull = Math.max(Math.ceil((since - phase - EPSILON) / every), Math.floor((after - takes - phase + EPSILON) / every) + 1);
	return e.newestFull >= e.oldestFull;
}
function oldestKept(e, policy, lostAt) {
	const p = e.program.policies;
	const at = policy * POLICY.stride;
	return Math.ceil((lostAt - p[at + POLICY.retention] - e.state.backupPhase[policy]) / p[at + POLICY.full]);
}
// src/engine/backups.ts
/** Results of `planRestore` other than a number of seconds. */
const RESTORE = {
	outOfReach: -1,
	nothing: -2
};
/**
* Chooses what a service is restored from: the newest backups of each of its policies that restore. What they will not
* bring back goes to `state.restoreLoss`.
* @returns seconds that it takes, or `RESTORE.outOfReach`: what there may be is in domains that are down, or
* `RESTORE.nothing`
*/
function planRestore(e, service) {
	const { restoreOffsets, restorePolicies } = e.program;
	const { lostAt, restoredAt, restoreLoss } = e.state;
	let seconds = 0;
	let loss = 0;
	let waits = false;
	for (let i = restoreOffsets[service]; i < restoreOffsets[service + 1]; i++) {
		const policy = restorePolicies[i];
		const full = restorableFull(e, policy, lostAt[service]);
		if (Number.isNaN(full)) {
			if (!isThereMore(e, policy, lostAt[service])) return RESTORE.nothing;
			waits = true;
			continue;
		}
		const takes = readFrom(e, policy, full, lostAt[service]);
		const from = Math.max(e.restorePoint, restoredAt[service]);
		loss = Math.max(loss, lostAt[service] - from);
		seconds = Math.max(seconds, takes + delay(e, e.program.provisionDraw[policy], e.program.policyStream[policy]));
	}
	if (waits) return RESTORE.outOfReach;
	restoreLoss[service] = loss;
	return seconds;
}
/** Whether something that the service needs to be restored from is in domains that are down, and nowhere else. */
function isOutOfReach(e, service) {
	const { restoreOffsets, restorePolicies } = e.program;
	const lostAt = e.state.lostAt[service];
	for (let i = restoreOffsets[service]; i < restoreOffsets[service + 1]; i++) if (!readableFulls(e, restorePolicies[i], lostAt) && isThereMore(e, restorePolicies[i], lostAt)) return true;
	return false;
}
/**
* Reads a full backup, then the newest differential and every incremental after it, in order, then the log. The point
* in time that this restores goes to `restorePoint`.
* @returns seconds to read and apply all of it
*/
function readFrom(e, policy, full, lostAt) {
	const p = e.program.policies;
	const at = policy * POLICY.stride;
	const by = shippedUntil(e, policy, full, lostAt);
	e.restorePoint = full;
	e.chainEnd = Math.min(full + p[at + POLICY.full], by + EPSILON);
	e.chainTried = latestDrill(e, policy, Math.min(lostAt, full + p[at + POLICY.full] + p[at + POLICY.size] / p[at + POLICY.backupRate]));
	let seconds = p[at + POLICY.size] / p[at + POLICY.restoreRate];
	seconds += readDifferential(e, policy, full, by);
	seconds += readIncrementals(e, policy, full, by);
	const shipped = newestLog(e, policy, by);
	if (shipped > e.restorePoint) {
		seconds += (shipped - e.restorePoint) * p[at + POLICY.change] / p[at + POLICY.replayRate];
		e.restorePoint = shipped;
	}
	return seconds;
}
/** Applies the newest differential that restores, if any; incrementals that build upon a broken one are of no use. */
function readDifferential(e, policy, full, by) {
	const p = e.program.policies;
	const at = policy * POLICY.stride;
	const every = p[at + POLICY.differential];
	if (every === Infinity) return 0;
	const newest = Math.min(Math.floor(begunBy(e, policy, by - full + EPSILON) / every), Math.ceil((p[at + POLICY.full] - EPSILON) / every) - 1);
	if (newest < 1) return 0;
	const tried = Math.max(0, Math.min(newest, Math.floor(begunBy(e, policy, e.chainTried - full + EPSILON) / every)));
	const broken = missesBeforeHit(e, e.program.policyStream[policy], p[at + POLICY.restorable], newest - tried);
	if (broken > 0) {
		const since = (newest - broken + 1) * every;
		e.chainEnd = full + since;
		e.chainTried = latestDrill(e, policy, full + since + changed(e, policy, since) / p[at + POLICY.backupRate]);
	}
	if (newest === broken) return 0;
	const since = (newest - broken) * every;
	e.restorePoint = full + since;
	return changed(e, policy, since) / p[at + POLICY.restoreRate];
}
/** Since a full backup, the latest beginning of a differential that is finished by then. */
function begunBy(e, policy, finished) {
	const p = e.program.policies;
	const at = policy * POLICY.stride;
	const rate = p[at + POLICY.backupRate];
	return Math.max(finished / (1 + p[at + POLICY.change] / rate), finished - p[at + POLICY.size] / rate);
}
/**
* Applies the incrementals after a full or a differential, up to the first that does not restore. Where a differential
* is due too, that is taken.
*/
function readIncrementals(e, policy, full, by) {
	const p = e.program.policies;
	const at = policy * POLICY.stride;
	const every = p[at + POLICY.incremental];
	if (every === Infinity) return 0;
	const coinciding = p[at + POLICY.coinciding];
	const before = Math.floor((e.restorePoint - full + EPSILON) / every);
	const takes = changed(e, policy, every) / p[at + POLICY.backupRate];
	const finishedBy = (time) => Math.floor((time - full + EPSILON - takes) / every);
	const begun = Math.min(Math.ceil((e.chainEnd - full - EPSILON) / every) - 1, finishedBy(by));
	const last = (begun - 1) % coinciding === 0 && begun - 1 > before && full + begun * every + changed(e, policy, 2 * every) / p[at + POLICY.backupRate] > by + 1e-6 ? begun - 1 : begun;
	const first = taken(before, coinciding) + 1;
	const there = taken(last, coinciding) - first + 1;
	if (there <= 0) return 0;
	const tried = Math.max(0, Math.min(there, taken(finishedBy(Math.max(e.chainTried, full)), coinciding) - first + 1));
	const applied = tried + hitsBeforeMiss(e, e.program.policyStream[policy], p[at + POLICY.restorable], there - tried);
	if (applied === 0) return 0;
	const from = numberOf(first, coinciding);
	const to = numberOf(first + applied - 1, coinciding);
	const wide = to - from - (applied - 1);
	const bytes = changed(e, policy, full + from * every - e.restorePoint) + wide * changed(e, policy, 2 * every) + (applied - 1 - wide) * changed(e, policy, every);
	e.restorePoint = full + to * every;
	return bytes / p[at + POLICY.restoreRate];
}
/**
* How many of the first n incrementals are taken: where each so many-th falls together with a differential, that is
* not.
*/
function taken(n, coinciding) {
	return coinciding === Infinity ? n : n - Math.floor(n / coinciding);
}
/** Which of all is the n-th that is taken. */
function numberOf(n, coinciding) {
	return coinciding === Infinity ? n : n + Math.floor((n - 1) / (coinciding - 1));
}
/** End of the newest piece of the log that has been shipped; −Infinity without log shipping. */
function newestLog(e, policy, by) {
	const p = e.program.policies;
	const at = policy * POLICY.stride;
	const every = p[at + POLICY.log];
	if (every === Infinity) return -Infinity;
	if (every === 0) return by;
	const phase = e.state.backupPhase[policy];
	const takes = every * p[at + POLICY.change] / p[at + POLICY.backupRate];
	return phase + Math.floor((by - takes - phase) / every) * every;
}
/** Bytes that differ after so many seconds: no more than there are. */
function changed(e, policy, seconds) {
	const p = e.program.policies;
	const at = policy * POLICY.stride;
	return Math.min(seconds * p[at + POLICY.change], p[at + POLICY.size]);
}
// src/engine/restore.ts
/** All copies are gone: every member is held down until there are data again. */
function holdForData(e, service) {
	const { serviceMembers } = e.program;
	const { dataHeld, lostAt, hopeless } = e.state;
	dataHeld[service] = 1;
	hopeless[service] = 0;
	lostAt[service] = e.now;
	for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) hold(e, m);
	looksWhenOver(e, service);
}
/**
* Begins the restore unless it is under way already, or no backup can be read. One to nobody ends, and begins anew with
* the first that works again.
*/
function restoreLooksAgain(e, service) {
	const slot = e.slots.restore + service;
	if (e.state.dataHeld[service] === 0) return;
	if (!somebodyWorks(e, service)) {
		cancel(e, slot);
		return;
	}
	if (isDue(e, slot)) return;
	const takes = planRestore(e, service);
	if (takes === RESTORE.outOfReach) return;
	if (takes === RESTORE.nothing) {
		loseForGood(e, service);
		letGo(e, service);
	} else schedule(e, slot, e.now + takes);
}
/** Who reads backups that are out of reach needs another copy. */
function stopsReading$1(e, service) {
	if (e.state.dataHeld[service] === 1 && !isReadable(e, service)) cancel(e, e.slots.restore + service);
}
/** The restore is done. */
function restoreEnds(e, service) {
	if (!somebodyWorks(e, service)) {
		looksWhenOver(e, service);
		return;
	}
	loseWrites(e, service, e.state.restoreLoss[service]);
	letGo(e, service);
}
/** A copy of each of its backups is within reach. */
function isReadable(e, service) {
	const { restoreOffsets, restorePolicies } = e.program;
	for (let i = restoreOffsets[service]; i < restoreOffsets[service + 1]; i++) if (readableSince(e, restorePolicies[i]) === Infinity) return false;
	return true;
}
function letGo(e, service) {
	const { serviceMembers } = e.program;
	const { dataHeld, hasData, holds, allLost } = e.state;
	const end = serviceMembers[service + 1];
	cancel(e, e.slots.restore + service);
	dataHeld[service] = 0;
	allLost[service] = 0;
	dataAreBack(e, service);
	for (let m = serviceMembers[service]; m < end; m++) {
		release(e, m);
		hasData[m] = holds[m] === 0 ? 1 : 0;
	}
}
/** A member that nothing but the lack of data holds. */
function somebodyWorks(e, service) {
	const { serviceMembers } = e.program;
	for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) if (e.state.holds[m] === 1) return true;
	return false;
}
// src/engine/modes/mode.ts
/** What a mode without such a thing does about it. */
const nothing = () => void 0;
// src/engine/modes/active-active.ts
const activeActive = {
	memberStops(e, service, member) {
		const s = e.state;
		const p = e.program;
		if (p.serviceChecked[service] === 0) {
			s.healthy[service]--;
			s.rotation[service]--;
			s.inRotation[member] = 0;
		} else if (s.inRotation[member] === 1) {
			s.healthy[service]--;
			schedule(e, e.slots.member + member, e.now + checkDelay(e, service, p.checkRemoveDelay[service]));
		} else {
			cancel(e, e.slots.member + member);
			s.returning[service]--;
		}
		markShare(e, service);
	},
	memberStarts(e, service, member) {
		const s = e.state;
		const p = e.program;
		if (p.serviceHoldsData[service] === 1) heal(e, service, member);
		if (p.serviceChecked[service] === 0) {
			s.healthy[service]++;
			s.rotation[service]++;
			s.inRotation[member] = 1;
		} else if (s.inRotation[member] === 1) {
			cancel(e, e.slots.member + member);
			s.healthy[service]++;
		} else {
			s.returning[service]++;
			const slowStart = delay(e, p.checkSlowStartDraw[service], p.operationStream[service]);
			schedule(e, e.slots.member + member, e.now + checkDelay(e, service, p.checkReturnDelay[service] + slowStart));
		}
		markShare(e, service);
	},
	/** The health check has made up its mind about a member that stopped or started. */
	memberTimer(e, service, member) {
		const s = e.state;
		if (s.inRotation[member] === 1) {
			s.inRotation[member] = 0;
			s.rotation[service]--;
		} else {
			s.inRotation[member] = 1;
			s.rotation[service]++;
			s.healthy[service]++;
			s.returning[service]--;
		}
		markShare(e, service);
	},
	copyLost(e, service) {
		if (e.program.replicationMode[service] === REPLICATION$1.async) loseWrites(e, service, delay(e, e.program.lagDraw[service], e.program.dataStream[service]));
	},
	dataLost(e, service) {
		if (e.program.dataSite[service] >= 0) startEmpty(e, service);
		else if (hasBackups(e, service)) holdForData(e, service);
		else {
			loseForGood(e, service);
			startEmpty(e, service);
		}
	},
	/** Own share from the counters; stops here when it has not changed. */
	refreshShare(e, service) {
		const p = e.program;
		const healthy = e.state.healthy[service];
		const required = p.serviceRequired[service];
		let share = 0;
		if (healthy >= required || p.serviceDegrades[service] === 1) {
			const reaching = p.serviceRetries[service] === 1 || healthy === 0 ? 1 : healthy / e.state.rotation[service];
			share = Math.min(reaching, healthy / required, 1);
			if (e.hasSites && share > 0 && p.memberCopy[p.serviceMembers[service]] >= 0) share *= sitesAnswer(e, service);
		}
		setOwnShare(e, service, share);
	},
	looksAgain: restoreLooksAgain,
	backupsGone: stopsReading$1,
	stageEnds: nothing,
	failbackDue: nothing,
	falseAlarm: nothing
};
/** Mean of what the sites answer that work and are in rotation: requests are spread evenly over them. */
function sitesAnswer(e, service) {
	const { serviceMembers, memberCopy } = e.program;
	const { answer, holds, inRotation } = e.state;
	let sum = 0;
	let count = 0;
	for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) {
		if (holds[m] > 0 || inRotation[m] === 0) continue;
		sum += answer[memberCopy[m]];
		count++;
	}
	return count === 0 ? 1 : sum / count;
}
// src/engine/modes/failover/serving.ts
/** The active works and has the data. */
function isActiveFine({ state: { active, hasData, holds } }, service) {
	return holds[active[service]] === 0 && hasData[active[service]] === 1;
}
/** The active serves, and standbys follow it. */
function serve$2(e, service) {
	const s = e.state;
	s.planned[service] = 0;
	s.desperate[service] = 0;
	s.hopeless[service] = 0;
	s.stale[s.active[service]] = 0;
	s.connected[s.active[service]] = 1;
	updateShare(e, service);
	connectStandbys$1(e, service);
	considerFailback$1(e, service);
}
/** The active serves nobody from now on. */
function stopServing$1(e, service) {
	e.state.lostAt[service] = e.now;
	cancel(e, e.slots.failback + service);
	setWriting(e, service, false);
	noteLags(e, service);
	setOwnShare(e, service, 0);
}
/**
* Own share of an active that serves, or to which clients still move over: none while a strict synchronous one has no
* replica to write to.
*/
function updateShare(e, service) {
	const share = e.program.replicationStrict[service] === 1 && !hasReplica(e, service) ? 0 : reachedShare(e, service) * siteAnswer(e, service);
	setWriting(e, service, share > 0);
	setOwnShare(e, service, share);
}
/** What the active site's copy answers; 1 for a replica. */
function siteAnswer(e, service) {
	const copy = e.program.memberCopy[e.state.active[service]];
	return copy < 0 ? 1 : e.state.answer[copy];
}
/**
* Share of clients that know where the active is. They move over uniformly under a DNS time to live: each step answers
* its middle, so that the integral over all steps is exact.
*/
function reachedShare(e, service) {
	const p = e.program;
	const stage = e.state.stage[service];
	if (stage === STAGE$1.serving) return 1;
	if (stage !== STAGE$1.redirecting || p.redirectDraw[service] >= 0) return 0;
	return (e.state.redirected[service] + .5) / p.redirectSteps[service];
}
function hasReplica(e, service) {
	const { serviceMembers } = e.program;
	for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) if (e.state.holds[m] === 0 && m !== e.state.active[service]) return true;
	return false;
}
function connectStandbys$1(e, service) {
	const s = e.state;
	const { serviceMembers } = e.program;
	for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) {
		if (m === s.active[service] || s.holds[m] > 0) continue;
		if (s.connected[m] === 0 && !isDue(e, e.slots.member + m)) connect$1(e, service, m, true);
	}
}
/** Replicas that were catching up have nobody left to catch up from. */
function stopRebuilds$1(e, service) {
	const { serviceMembers, replicationMode } = e.program;
	if (replicationMode[service] === REPLICATION$1.none) return;
	for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) cancel(e, e.slots.member + m);
}
/** Starts, keeps or stops the failback timer as the preferred member is ready or not. */
function considerFailback$1(e, service) {
	const p = e.program;
	if (p.failback[service] === 0) return;
	const slot = e.slots.failback + service;
	if (!isHomeReady$1(e, service)) cancel(e, slot);
	else if (!isDue(e, slot)) schedule(e, slot, e.now + delay(e, p.failbackAfterDraw[service], p.operationStream[service]));
}
function isHomeReady$1(e, service) {
	const home = e.program.serviceMembers[service];
	const { active, connected, stage, holds } = e.state;
	return stage[service] === STAGE$1.serving && active[service] !== home && holds[home] === 0 && connected[home] === 1;
}
// src/engine/modes/failover/choice.ts
/** @returns the stage that follows: waiting, where nobody can serve and nobody can be given data */
function choose$1(e, service) {
	if (isActiveFine(e, service)) return STAGE$1.serving;
	const { active, target } = e.state;
	const standby = bestStandby$1(e, service);
	if (standby >= 0) {
		target[service] = standby;
		return STAGE$1.promoting;
	}
	const empty = emptyMember(e, service);
	if (empty >= 0 && empty === active[service]) return restoreTo(e, service, empty);
	if (empty < 0 || !needsAreMet$1(e, service)) return STAGE$1.waiting;
	target[service] = empty;
	return STAGE$1.promoting;
}
/**
* The replica that has the last write, else the first eligible in the members' order (where any copy will do, the one
* that is least behind); −1 if there is none.
*/
function bestStandby$1(e, service) {
	const { serviceMembers } = e.program;
	const holder = e.state.holder[service];
	if (holder >= 0 && isEligible$1(e, service, holder)) return holder;
	let best = -1;
	for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) {
		if (!isEligible$1(e, service, m)) continue;
		if (e.state.desperate[service] === 0) return m;
		if (best < 0 || lossIfPromoted(e, service, m) < lossIfPromoted(e, service, best)) best = m;
	}
	return best;
}
/**
* Who may be given data from a backup, the active first: where nobody has any, or those that have some are out of reach
* and standbys never have any. −1 if nobody works, or no backup can be read.
*/
function emptyMember(e, service) {
	const p = e.program;
	const { active, holds, hopeless } = e.state;
	if (!hasBackups(e, service) || hopeless[service] === 1) return -1;
	if (p.standbysEmpty[service] === 0 && countCopies(e, service) > 0) return -1;
	if (isOutOfReach(e, service)) return -1;
	if (holds[active[service]] === 0) return active[service];
	for (let m = p.serviceMembers[service]; m < p.serviceMembers[service + 1]; m++) if (holds[m] === 0) return m;
	return -1;
}
/** The member works, and has no data. @returns the stage that follows */
function restoreTo(e, service, member) {
	const s = e.state;
	s.target[service] = member;
	const takes = planRestore(e, service);
	if (takes >= 0) {
		s.restoreTakes[service] = takes;
		return STAGE$1.restoring;
	}
	if (isActiveFine(e, service)) return STAGE$1.serving;
	if (takes === RESTORE.outOfReach) return STAGE$1.waiting;
	s.hopeless[service] = 1;
	if (countCopies(e, service) > 0) return STAGE$1.waiting;
	loseForGood(e, service);
	startEmpty(e, service);
	return dataRestored(e, service);
}
/** The target has data, restored or none at all. @returns the stage that follows */
function dataRestored(e, service) {
	const s = e.state;
	const member = s.target[service];
	dataAreBack(e, service);
	s.hasData[member] = 1;
	s.allLost[service] = 0;
	if (member === s.active[service]) return STAGE$1.serving;
	s.stale[s.active[service]] = 1;
	takeOver(e, service);
	return STAGE$1.redirecting;
}
/** The target is the active from here on. */
function takeOver(e, service) {
	const s = e.state;
	const former = s.active[service];
	const member = s.target[service];
	if (e.program.standbysEmpty[service] === 1) {
		s.hasData.fill(0, e.program.serviceMembers[service], e.program.serviceMembers[service + 1]);
		s.hasData[member] = 1;
	}
	disconnect$1(e, service, former);
	cancel(e, e.slots.member + member);
	s.active[service] = member;
	s.stale[member] = 0;
	s.connected[member] = 1;
	s.desperate[service] = 0;
	s.redirected[service] = 0;
}
// src/engine/modes/failover/stages.ts
/**
* Serving → detecting → deciding → waiting (to choose) → promoting → restoring → redirecting → serving, with
* `betweenAttempts` after a promotion that failed. What else moves a service from one stage to another is the table in
* `active-passive.ts`. [STAGE]
*/
const STAGES = byStage({
	serving: {
		begins(e, service) {
			serve$2(e, service);
			return Infinity;
		},
		ends: () => STAGE$1.serving
	},
	detecting: {
		begins(e, service) {
			const p = e.program;
			if (p.detectDraw[service] >= 0) return delay(e, p.detectDraw[service], p.operationStream[service]);
			return p.serviceChecked[service] === 1 ? checkDelay(e, service, p.checkRemoveDelay[service]) : 0;
		},
		ends: () => STAGE$1.deciding
	},
	deciding: {
		begins: (e, service) => delay(e, e.program.decideDraw[service], e.program.operationStream[service]),
		ends: () => STAGE$1.waiting
	},
	waiting: {
		begins(e, service) {
			e.state.planned[service] = 0;
			looksWhenOver(e, service);
			return Infinity;
		},
		ends: () => STAGE$1.waiting
	},
	promoting: {
		begins(e, service) {
			const p = e.program;
			return delay(e, isWholeSwitch(e, service) ? p.failbackTakesDraw[service] : p.promoteDraw[service], p.operationStream[service]);
		},
		ends: promotionEnds$1
	},
	betweenAttempts: {
		begins(e, service) {
			const takes = delay(e, e.program.retryDraw[service], e.program.operationStream[service]);
			schedule(e, e.slots.stage + service, e.now + takes);
			return Infinity;
		},
		ends: () => STAGE$1.waiting
	},
	restoring: {
		begins: (e, service) => e.state.restoreTakes[service],
		ends(e, service) {
			loseWrites(e, service, e.state.restoreLoss[service]);
			return dataRestored(e, service);
		}
	},
	redirecting: {
		begins(e, service) {
			const p = e.program;
			const takes = p.redirectDraw[service] < 0 ? p.redirectTtl[service] / p.redirectSteps[service] : delay(e, p.redirectDraw[service], p.operationStream[service]);
			if (takes === 0) return 0;
			if (e.state.redirected[service] === 0) connectStandbys$1(e, service);
			updateShare(e, service);
			return takes;
		},
		ends(e, service) {
			const p = e.program;
			return p.redirectDraw[service] >= 0 || p.redirectTtl[service] === 0 || ++e.state.redirected[service] === p.redirectSteps[service] ? STAGE$1.serving : STAGE$1.redirecting;
		}
	}
});
/** Leaves the stage that it is in for another, and all those at once that take no time. */
function enter(e, service, stage) {
	let next = stage;
	for (;;) {
		cancel(e, e.slots.stage + service);
		e.state.stage[service] = next;
		const takes = STAGES[next].begins(e, service);
		if (takes > 0) {
			if (takes < Infinity) schedule(e, e.slots.stage + service, e.now + takes);
			return;
		}
		next = STAGES[next].ends(e, service);
	}
}
/** The stage's timer has run out. */
function stageEnds$1(e, service) {
	enter(e, service, STAGES[e.state.stage[service]].ends(e, service));
}
function promotionEnds$1(e, service) {
	const p = e.program;
	const s = e.state;
	const isPlanned = s.planned[service] === 1;
	if (!isPlanned && !happens$1(e, p.operationStream[service], p.promoteSuccess[service])) return isActiveFine(e, service) ? STAGE$1.serving : STAGE$1.betweenAttempts;
	const target = s.target[service];
	const isMoved = isPlanned && p.standbysEmpty[service] === 1 && s.allLost[service] === 0;
	if (s.hasData[target] === 0 && !isMoved) return !isPlanned && emptyMember(e, service) >= 0 ? restoreTo(e, service, target) : STAGE$1.waiting;
	if (!isPlanned) {
		if (p.replicationMode[service] !== REPLICATION$1.none) loseWrites(e, service, lossIfPromoted(e, service, target));
		s.stale[s.active[service]] = 1;
	}
	const isAllOfIt = isWholeSwitch(e, service);
	takeOver(e, service);
	s.planned[service] = 0;
	return isAllOfIt ? STAGE$1.serving : STAGE$1.redirecting;
}
/** A switch home that takes a time of its own, redirection included. */
function isWholeSwitch({ program, state }, service) {
	return state.planned[service] === 1 && program.failbackTakesDraw[service] >= 0;
}
// src/engine/modes/active-passive.ts
const stay = () => void 0;
const looks = looksWhenOver;
const share$1 = updateShare;
/** The failover begins. */
const fails = (e, service) => {
	stopServing$1(e, service);
	stopRebuilds$1(e, service);
	enter(e, service, STAGE$1.detecting);
};
/** The active was alive under a promotion that nobody needed, or works and has no data: that one runs on. */
const orphans = stopRebuilds$1;
const leaves = disconnect$1;
const leavesActive = (e, service, member) => {
	disconnect$1(e, service, member);
	updateShare(e, service);
	considerFailback$1(e, service);
};
const joins = (e, service, member) => connect$1(e, service, member, false);
const joinsActive = (e, service, member) => {
	connect$1(e, service, member, true);
	updateShare(e, service);
	considerFailback$1(e, service);
};
const joinsAndLooks = (e, service, member) => {
	joins(e, service, member);
	looks(e, service, member);
};
/** An active that is back serves if it has the data. */
const returns = (e, service) => {
	if (isActiveFine(e, service)) enter(e, service, STAGE$1.serving);
};
const returnsOrLooks = (e, service) => {
	if (isActiveFine(e, service)) enter(e, service, STAGE$1.serving);
	else looksWhenOver(e, service);
};
const picks = (e, service) => {
	const next = choose$1(e, service);
	if (next !== STAGE$1.waiting) enter(e, service, next);
};
/** A failover that nobody needed: the active is fenced and a standby takes over. */
const failsNeedlessly = (e, service) => {
	stopServing$1(e, service);
	const standby = bestStandby$1(e, service);
	if (standby >= 0) e.state.target[service] = standby;
	enter(e, service, standby < 0 ? STAGE$1.serving : STAGE$1.promoting);
};
const goesHome = (e, service) => {
	if (!isHomeReady$1(e, service) || !needsAreMet$1(e, service)) return;
	e.cause = e.program.failbackCause[service];
	e.causeClock = -1;
	stopServing$1(e, service);
	e.state.planned[service] = 1;
	e.state.target[service] = e.program.serviceMembers[service];
	enter(e, service, STAGE$1.promoting);
};
const thinksOfHome = considerFailback$1;
const thinksOfHomeAgain = (e, service) => {
	if (hasNeeds(e, service)) considerFailback$1(e, service);
};
const stopsReading = (e, service) => {
	if (!isReadable(e, service)) enter(e, service, STAGE$1.waiting);
};
/** Stages of a failover under way, and those in which the active serves, do the same about many things. */
const underWay = (act) => ({
	detecting: act,
	deciding: act,
	betweenAttempts: act,
	promoting: act,
	restoring: act
});
const whileServing = (act) => ({
	serving: act,
	redirecting: act
});
/** What moves a service from stage to stage beside the stages' own ends: what happens, by the stage that it is in. */
const TRANSITIONS = {
	activeStops: {
		...underWay(orphans),
		...whileServing(fails),
		waiting: orphans
	},
	standbyStops: {
		...underWay(leaves),
		...whileServing(leavesActive),
		waiting: leaves
	},
	activeStarts: {
		...underWay(returns),
		...whileServing(returns),
		waiting: returnsOrLooks,
		promoting: stay,
		restoring: stay
	},
	standbyStarts: {
		...underWay(joins),
		...whileServing(joinsActive),
		waiting: joinsAndLooks
	},
	standbyRebuilt: {
		...underWay(thinksOfHome),
		...whileServing(thinksOfHome),
		waiting: looks
	},
	newestCopyGone: {
		...underWay(returns),
		...whileServing(stay),
		waiting: looks,
		promoting: stay,
		restoring: stay
	},
	falseAlarm: {
		...underWay(stay),
		serving: failsNeedlessly,
		redirecting: stay,
		waiting: stay
	},
	failbackDue: {
		...underWay(stay),
		serving: goesHome,
		redirecting: stay,
		waiting: stay
	},
	looksAgain: {
		...underWay(thinksOfHomeAgain),
		...whileServing(thinksOfHomeAgain),
		waiting: picks
	},
	backupsGone: {
		...underWay(stay),
		...whileServing(stay),
		waiting: stay,
		restoring: stopsReading
	},
	shareChanges: {
		...underWay(stay),
		...whileServing(share$1),
		waiting: stay
	}
};
/** [Trigger][STAGE] */
const ACTS = Object.fromEntries(Object.entries(TRANSITIONS).map(([trigger, row]) => [trigger, byStage(row)]));
function react(e, row, service, member) {
	row[e.state.stage[service]](e, service, member);
}
const activePassive = {
	memberStops(e, service, member) {
		const { active, stage, target } = e.state;
		if ((stage[service] === STAGE$1.promoting || stage[service] === STAGE$1.restoring) && member === target[service]) {
			if (member !== active[service]) disconnect$1(e, service, member);
			enter(e, service, STAGE$1.waiting);
		} else react(e, member === active[service] ? ACTS.activeStops : ACTS.standbyStops, service, member);
	},
	memberStarts(e, service, member) {
		if (e.program.serviceHoldsData[service] === 1) beginAnew$1(e, service, member);
		react(e, member === e.state.active[service] ? ACTS.activeStarts : ACTS.standbyStarts, service, member);
	},
	/** A standby has been rebuilt. */
	memberTimer(e, service, member) {
		caughtUp(e, service, member);
		react(e, ACTS.standbyRebuilt, service, member);
	},
	stageEnds: stageEnds$1,
	failbackDue: (e, service) => react(e, ACTS.failbackDue, service, -1),
	falseAlarm: (e, service) => react(e, ACTS.falseAlarm, service, -1),
	refreshShare: (e, service) => react(e, ACTS.shareChanges, service, -1),
	looksAgain: (e, service) => react(e, ACTS.looksAgain, service, -1),
	backupsGone: (e, service) => react(e, ACTS.backupsGone, service, -1),
	/** The copy to be recovered is whatever a standby holds, however far behind. */
	copyLost(e, service, member) {
		if (member === e.state.active[service]) {
			anyCopyWillDo$1(e, service);
			stopIfEmpty(e, service);
			return;
		}
		disconnect$1(e, service, member);
		if (e.state.holds[member] > 0) return;
		connect$1(e, service, member, serves$1(e, service) && e.state.hasData[e.state.active[service]] === 1);
	},
	dataLost(e, service) {
		if (e.program.dataSite[service] >= 0) {
			startEmpty(e, service);
			anyCopyWillDo$1(e, service);
		} else if (hasBackups(e, service)) losesAllCopies(e, service);
		else {
			loseForGood(e, service);
			startEmpty(e, service);
			anyCopyWillDo$1(e, service);
		}
	}
};
/** The newest copy is gone, perhaps the last one too: whoever waited for it looks again. */
function anyCopyWillDo$1(e, service) {
	e.state.desperate[service] = 1;
	react(e, ACTS.newestCopyGone, service, -1);
}
/** All copies are gone, and there are backups. */
function losesAllCopies(e, service) {
	const { serviceMembers } = e.program;
	const { active, hopeless, stage } = e.state;
	hopeless[service] = 0;
	for (let m = serviceMembers[service]; m < serviceMembers[service + 1]; m++) if (m !== active[service]) disconnect$1(e, service, m);
	stopIfEmpty(e, service);
	if (stage[service] === STAGE$1.waiting) looksWhenOver(e, service);
}
/** An active that works and has nothing to serve stops; one that is down has stopped already. */
function stopIfEmpty(e, service) {
	const { active, hasData, holds } = e.state;
	const member = active[service];
	if (holds[member] === 0 && hasData[member] === 0 && serves$1(e, service)) fails(e, service, member);
}
function serves$1({ state: { stage } }, service) {
	return stage[service] === STAGE$1.serving || stage[service] === STAGE$1.redirecting;
}
// src/engine/modes/quorum.ts
const quorum = {
	memberStops(e, service, member) {
		const s = e.state;
		const enough = --s.healthy[service] >= e.program.serviceRequired[service];
		if (s.active[service] === member) s.active[service] = -1;
		if (!enough) {
			if (s.stage[service] === QUORUM$1.electing) cancel(e, e.slots.stage + service);
			s.stage[service] = QUORUM$1.stopped;
			setOwnShare(e, service, 0);
		} else if (s.active[service] < 0 && s.stage[service] === QUORUM$1.serving) startElection(e, service);
	},
	memberStarts(e, service) {
		const s = e.state;
		s.healthy[service]++;
		if (e.program.serviceHoldsData[service] === 1) healQuorum(e, service);
		if (s.stage[service] !== QUORUM$1.stopped || s.healthy[service] < e.program.serviceRequired[service]) return;
		if (s.active[service] >= 0) serve$1(e, service);
		else startElection(e, service);
	},
	stageEnds: electionEnds$1,
	dataLost(e, service) {
		if (e.program.dataSite[service] >= 0) startEmpty(e, service);
		else if (hasBackups(e, service)) holdForData(e, service);
		else loseForGood(e, service);
	},
	looksAgain: restoreLooksAgain,
	backupsGone: stopsReading$1,
	memberTimer: nothing,
	failbackDue: nothing,
	falseAlarm: nothing,
	copyLost: nothing,
	refreshShare: nothing
};
function electionEnds$1(e, service) {
	const { serviceMembers } = e.program;
	const s = e.state;
	let member = serviceMembers[service];
	const end = serviceMembers[service + 1];
	while (member < end && s.holds[member] > 0) member++;
	if (member === end) return;
	s.active[service] = member;
	serve$1(e, service);
}
function startElection(e, service) {
	const p = e.program;
	const takes = delay(e, p.electDraw[service], p.operationStream[service]);
	if (takes === 0) {
		electionEnds$1(e, service);
		return;
	}
	e.state.stage[service] = QUORUM$1.electing;
	schedule(e, e.slots.stage + service, e.now + takes);
	setOwnShare(e, service, 0);
}
function serve$1(e, service) {
	e.state.stage[service] = QUORUM$1.serving;
	setOwnShare(e, service, 1);
}
// src/engine/modes/modes.ts
/** [MODE] A mode without its row here does not compile. */
const MODES$1 = byMode({
	none: {
		memberStops: nothing,
		memberStarts: nothing,
		memberTimer: nothing,
		stageEnds: nothing,
		failbackDue: nothing,
		falseAlarm: nothing,
		copyLost: nothing,
		dataLost: nothing,
		refreshShare: nothing,
		looksAgain: nothing,
		backupsGone: nothing
	},
	activeActive,
	activePassive,
	quorum
});
function modeOf$1({ program }, service) {
	return MODES$1[program.serviceMode[service]];
}
// src/engine/settle.ts
/** All that happens at one time has happened. */
function instantEnds(e) {
	for (;;) if (e.marked > 0) membersReact(e);
	else if (e.markedShares > 0) sharesFollow(e);
	else if (e.alarms > 0) alarmsRing(e);
	else if (e.unsettled > 0) sitesFollow$1(e);
	else if (e.readersToInterrupt > 0) readersStop(e);
	else if (e.domainsBack > 0) whoRestoresLooksAgain(e);
	else if (e.lookingAgain > 0) lookAgain$1(e);
	else break;
	if (e.backlog !== 0) shipBacklog(e);
	if (nextEvent(e) === e.now) e.attention = 1;
	else e.attention = e.probe.instant(e) ? 1 : e.backlog;
}
/** Services of marked members react: all that stop or start first, and then those whose data are destroyed. */
function membersReact(e) {
	const { isMarked, marked, reacting, hasLost, isUnsettled } = e.state;
	const { memberCopy } = e.program;
	const count = e.marked;
	e.marked = 0;
	for (let i = 0; i < count; i++) {
		reacting[i] = marked[i];
		isMarked[marked[i]] = 0;
	}
	for (let i = 0; i < count; i++) reacts(e, reacting[i]);
	for (let i = 0; i < count; i++) {
		const member = reacting[i];
		if (hasLost[member] === 0 || memberCopy[member] >= 0 && isUnsettled[member] === 1) continue;
		hasLost[member] = 0;
		losesCopy(e, member);
	}
}
function reacts(e, member) {
	const { memberService, memberCopy } = e.program;
	const { dataHeld, holds, works } = e.state;
	const service = memberService[member];
	const mode = modeOf$1(e, service);
	const isWorking = holds[member] === 0 ? 1 : 0;
	if (works[member] !== isWorking) {
		works[member] = isWorking;
		if (isWorking === 1) mode.memberStarts(e, service, member);
		else mode.memberStops(e, service, member);
		return;
	}
	if (dataHeld[service] === 1) looksWhenOver(e, service);
	if (memberCopy[member] >= 0) markShare(e, service);
}
function losesCopy(e, member) {
	const { memberService, serviceMembers } = e.program;
	const { allLost, hasLost } = e.state;
	const service = memberService[member];
	const mode = modeOf$1(e, service);
	if (hasEnoughCopies(e, service)) mode.copyLost(e, service, member);
	else if (allLost[service] === 0) {
		allLost[service] = 1;
		hasLost.fill(0, serviceMembers[service], serviceMembers[service + 1]);
		mode.dataLost(e, service);
	}
}
function sharesFollow(e) {
	const { isShareMarked, markedShares } = e.state;
	while (e.markedShares > 0) {
		const service = markedShares[--e.markedShares];
		isShareMarked[service] = 0;
		modeOf$1(e, service).refreshShare(e, service);
	}
}
function alarmsRing(e) {
	const { isAlarmed } = e.state;
	e.alarms = 0;
	for (let service = 0; service < isAlarmed.length; service++) {
		if (isAlarmed[service] === 0) continue;
		isAlarmed[service] = 0;
		modeOf$1(e, service).falseAlarm(e, service);
	}
}
/** A site is up while its copy is not down. All that are marked follow before any of their services reacts. */
function sitesFollow$1(e) {
	const { isUnsettled, unsettled, siteHeld } = e.state;
	const count = e.unsettled;
	e.unsettled = 0;
	for (let i = 0; i < count; i++) {
		const site = unsettled[i];
		isUnsettled[site] = 0;
		const isDown = e.state.answer[e.program.memberCopy[site]] < e.program.downBelow ? 1 : 0;
		if (isDown !== siteHeld[site]) {
			siteHeld[site] = isDown;
			if (isDown === 1) hold(e, site);
			else release(e, site);
		}
		markMember(e, site);
	}
}
/** A domain is down, and with it perhaps the backups that somebody reads. */
function readersStop(e) {
	const { counts } = e.program;
	e.readersToInterrupt = 0;
	for (let service = 0; service < counts.services; service++) if (hasBackups(e, service)) modeOf$1(e, service).backupsGone(e, service);
}
/** A domain is back, and with it perhaps the only backups: whoever waits for one looks again. */
function whoRestoresLooksAgain(e) {
	e.domainsBack = 0;
	for (let service = 0; service < e.program.counts.services; service++) if (hasBackups(e, service)) looksWhenOver(e, service);
}
function lookAgain$1(e) {
	const { looksAgain } = e.state;
	e.lookingAgain = 0;
	for (let service = 0; service < looksAgain.length; service++) {
		if (looksAgain[service] === 0) continue;
		looksAgain[service] = 0;
		modeOf$1(e, service).looksAgain(e, service);
	}
}
// src/engine/start.ts
/**
* Puts the engine at the beginning of a replication. With a warm-up, every clock starts in its own steady state: down
* with chance MTTR / (MTBF + MTTR), and with what is left of its time up or down drawn from the equilibrium
* distribution of renewal theory (Cox 1962, ch. 5), so that no clock needs a warm-up however long it runs; the
* warm-up lets the services' own machinery (who is active, what is being rebuilt) settle. Without a warm-up the
* history begins on the day of commissioning: everything new and up.
*/
function start(e, seed, replication, years, warmUpSeconds, horizon) {
	reset(e, years, horizon);
	const p = e.program;
	const history = /* @__PURE__ */ new Int32Array(3);
	keyOfHistory(seed, replication, history);
	seedStreams(e, history);
	e.now = -warmUpSeconds;
	const isSteady = warmUpSeconds > 0 && p.startsSteady;
	startServices(e, isSteady);
	startBackups(e, isSteady);
	beginRings(e);
	if (isSteady) startClocks(e, history);
	else for (let clock = p.counts.exponentialClocks; clock < p.counts.ownClocks; clock++) scheduleFailure(e, clock);
	instantEnds(e);
}
function seedStreams({ program: { streamKeys, streamOffsets }, state: { streams } }, history) {
	for (let purpose = 0; purpose < streamOffsets.length - 1; purpose++) {
		const first = streamOffsets[purpose];
		for (let row = first; row < streamOffsets[purpose + 1]; row++) seedRow(streams, row, history, streamKeys, purpose * 3, row - first);
	}
}
/** In the steady state backups have always been made, and it is any moment of their schedule; else they begin now. */
function startBackups(e, isSteady) {
	const { policies, counts, policyStream } = e.program;
	const { backupPhase, drillPhase, streams } = e.state;
	e.firstBackup = isSteady ? -Infinity : e.now;
	for (let policy = 0; policy < counts.policies; policy++) {
		const at = policy * POLICY.stride;
		const drill = policies[at + POLICY.drill];
		const stream = policyStream[policy];
		backupPhase[policy] = e.now + (isSteady ? uniform53(streams, stream) * policies[at + POLICY.full] : 0);
		drillPhase[policy] = e.now + (isSteady && drill < Infinity ? uniform53(streams, stream) * drill : 0);
	}
}
function reset(e, years, horizon) {
	new Uint8Array(e.state.buffer).fill(0);
	e.state.due.fill(NaN);
	e.heapSize = 0;
	e.events = 0;
	e.cause = 0;
	e.horizon = horizon;
	e.causeClock = -1;
	e.unsettled = 0;
	e.attention = 0;
	e.lookingAgain = 0;
	e.domainsBack = 0;
	e.readersToInterrupt = 0;
	e.marked = 0;
	e.markedShares = 0;
	e.alarms = 0;
	e.backlog = 0;
	e.weight = 1;
	e.tiltedDelays = 0;
	e.tiltedCoins = 0;
	e.restorePoint = NaN;
	e.firstBackup = NaN;
	e.probe.begin(e, years);
}
/** All services serving with every member up. */
function startServices(e, isSteady) {
	const p = e.program;
	const s = e.state;
	s.works.fill(1);
	s.inRotation.fill(1);
	s.hasData.fill(1);
	s.connected.fill(1);
	s.ownShare.fill(1);
	s.writingSince.fill(e.now);
	s.restoredAt.fill(-Infinity);
	s.copyValidFrom.fill(-Infinity);
	s.copyBehind.fill(Infinity);
	for (let service = 0; service < p.counts.services; service++) {
		const first = p.serviceMembers[service];
		const members = p.serviceMembers[service + 1] - first;
		s.healthy[service] = members;
		s.rotation[service] = members;
		s.target[service] = -1;
		s.holder[service] = -1;
		s.active[service] = members > 0 ? first : -1;
		if (isSteady && uniform32(s.streams, p.operationStream[service]) < p.secondActive[service]) s.active[service]++;
		if (p.standbysEmpty[service] === 1) for (let m = first; m < first + members; m++) s.hasData[m] = m === s.active[service] ? 1 : 0;
	}
	for (let service = 0; service < p.counts.services; service++) s.answer[service] = evaluateAnswer(p, s.ownShare, s.answerStack, service);
}
/** How a clock begins is drawn from a stream of its own, so that nothing after it depends on that. */
function startClocks(e, history) {
	const { fleets, streamKeys, counts } = e.program;
	const { streams } = e.state;
	for (let record = 0; record < fleets.length; record += FLEET.stride) {
		const first = fleets[record + FLEET.clock];
		const end = Math.min(first + fleets[record + FLEET.clocks], counts.ownClocks);
		const key = fleets[record + FLEET.start] * 3;
		for (let clock = first; clock < end; clock++) {
			seedRow(streams, counts.streams, history, streamKeys, key, clock - first);
			startClock(e, clock, counts.streams);
		}
	}
}
function startClock(e, clock, stream) {
	const p = e.program;
	const s = e.state;
	const at = clock * CLOCK.stride;
	if (uniform53(s.streams, stream) < p.clockUnavailability[clock]) {
		s.clockDown[clock] = 1;
		e.cause = p.clocks[at + CLOCK.cause];
		e.causeClock = clock;
		schedule(e, clock, e.now + drawResidual(p.draws, p.clocks[at + CLOCK.downDraw], s.streams, stream));
		strike$1(e, clock);
	} else if (clock >= p.counts.exponentialClocks) schedule(e, clock, e.now + drawResidual(p.draws, p.clocks[at + CLOCK.upDraw], s.streams, stream));
}
// src/engine/replicate.ts
/** Rings of a clock in one turn (`turns.ts`): some twenty milliseconds. */
const MOST_RINGS = 1e5;
/** Processes every event up to and including the given time. */
function advance(e, until) {
	while (!advanced(e, until));
}
/** A turn of that. @returns whether it was the last */
function advanced(e, until) {
	const { heapTime, heapSlot } = e.state;
	for (let left = MOST_RINGS; left > 0; left--) {
		const queued = e.heapSize > 0 ? heapTime[0] : Infinity;
		if (e.nextRing < queued) {
			if (e.nextRing > until) return true;
			e.now = e.nextRing;
			sourceRings(e);
		} else {
			if (queued > until || queued === Infinity) return true;
			if (e.marked > 0 && heapSlot[0] >= e.slots.member) membersReact(e);
			else {
				e.now = queued;
				e.events++;
				ring(e, pop(e));
			}
		}
		if (e.attention !== 0 && !goesOn(e)) instantEnds(e);
	}
	return false;
}
/** Something else happens in this very instant. */
function goesOn(e) {
	return e.nextRing === e.now || e.heapSize > 0 && e.state.heapTime[0] === e.now;
}
const BY_KIND = {
	clock: clockRings,
	member: (e, member) => {
		const service = e.program.memberService[member];
		modeOf$1(e, service).memberTimer(e, service, member);
	},
	restart: memberRestarted$1,
	stage: (e, service) => modeOf$1(e, service).stageEnds(e, service),
	failback: (e, service) => modeOf$1(e, service).failbackDue(e, service),
	restore: restoreEnds
};
/** [TIMERS] */
const RINGS = TIMERS.map((kind) => BY_KIND[kind]);
function ring(e, slot) {
	const { first } = e.slots;
	let kind = 0;
	while (slot >= first[kind + 1]) kind++;
	RINGS[kind](e, slot - first[kind]);
}
// src/random/special/incomplete-beta.ts
/**
* The regularized incomplete beta function I_x(a, b), the distribution function of beta(a, b), and
* its inverse. x and y = 1 - x are both given, so that neither end of [0, 1] loses digits.
*/
/** I_x(a, b) with y = 1 - x; a, b > 0, x in [0, 1]. */
function betaLower(a, b, x, y) {
	if (x <= 0) return 0;
	if (y <= 0) return 1;
	return x * (a + b + 2) < a + 1 ? fraction(a, b, x, y) : 1 - fraction(b, a, y, x);
}
/** x^a y^b / B(a, b) */
function betaScale(a, b, x, y) {
	return a * b / (a + b) * binomialDensity(a, b, x, y);
}
/**
* The continued fraction of DiDonato & Morris (1992, "Algorithm 708", ACM TOMS 18:360-373), by the
* modified Lentz method. Fast for x < (a+1)/(a+b+2), where its terms do not cancel.
*/
function fraction(a, b, x, y) {
	const scale = betaScale(a, b, x, y);
	if (scale === 0) return 0;
	const lambda = x <= y ? a - (a + b) * x : (a + b) * y - b;
	let f = a * (lambda + 1) / (a + 1);
	let c = f;
	let d = 0;
	for (let n = 1; n < 1e6; n++) {
		const odd = a + 2 * n - 1;
		const alpha = (a + n - 1) / odd * ((a + b + n - 1) / odd) * n * (b - n) * x * x;
		const beta = n + n * (b - n) * x / odd + (a + n) * (lambda + 1 + n * (1 + y)) / (odd + 2);
		d = 1 / (beta + alpha * d);
		c = beta + alpha / c;
		const factor = c * d;
		f *= factor;
		if (Math.abs(factor - 1) < 45e-17) break;
	}
	return scale / f;
}
// src/random/special/student.ts
const MANY_DEGREES = 1e4;
/** The t with P(T <= t) = p for Student's distribution with so many degrees of freedom (> 0). */
function studentQuantile(degrees, p) {
	if (!(degrees > 0 && p >= 0 && p <= 1)) return NaN;
	if (p === .5) return 0;
	const z = normalQuantile(p);
	if (z === -Infinity || z === Infinity) return z;
	if (degrees >= MANY_DEGREES) return expansion(degrees, z);
	const u = invertTail((at, lower, out) => {
		const w = exp(at);
		const x = w / (1 + w);
		const y = 1 / (1 + w);
		const a = .5;
		const b = degrees / 2;
		out.tail = lower ? betaLower(a, b, x, y) : betaLower(b, a, y, x);
		out.slope = a * b / (a + b) * binomialDensity(a, b, x, y);
	}, 1 - 2 * (p < .5 ? p : 1 - p), -700, 700, ln(z * z / degrees));
	const t = Math.sqrt(degrees * exp(u));
	return p < .5 ? -t : t;
}
/** Cornish–Fisher (Abramowitz & Stegun 1964, 26.7.5): error O(degrees^-4), below 1e-15 here. */
function expansion(n, z) {
	const z2 = z * z;
	return z + (z * (z2 + 1) / 4 + (z * (3 + z2 * (16 + z2 * 5)) / 96 + z * (-15 + z2 * (17 + z2 * (19 + z2 * 3))) / 384 / n) / n) / n;
}
// src/random/hazard.ts
/**
* Cumulative hazards of packed distributions: H(x) = −ln P(X > x). What has survived to an age a fails within the next
* dt with an intensity whose integral is H(a + dt) − H(a) (Cox 1962, "Renewal Theory", ch. 1.2).
*/
/** Where e^-H is as fine as 1 − e^-H. */
const LN_2 = .6931471805599453;
const LN_SQRT_TWO_PI = .9189385332046727;
/** Beyond so many standard deviations a normal tail is its first terms to all digits, and soon 0 as a number. */
const FAR_OUT = 30;
/** Whether it has a density, and so a hazard: neither a constant nor a list of values has. */
function hasHazard(table, id) {
	const kind = table.kind[id];
	return kind !== 0 && kind <= 6;
}
/** H(x), x in seconds: 0 up to the smallest value, Infinity from the largest. It must have a hazard. */
function cumulativeHazard(table, id, x) {
	if (x <= 0) return 0;
	const p = table.parameters;
	const at = id * 4;
	switch (table.kind[id]) {
		case 1: return x / p[at + 3];
		case 2: return x <= p[at] ? 0 : x >= p[at + 1] ? Infinity : -log1p(-(x - p[at]) / (p[at + 1] - p[at]));
		case 3: return triangularHazard(p[at], p[at + 1], p[at + 2], x);
		case 4: return normalHazard(ln(x / p[at]) / p[at + 1]);
		case 5: return exp(ln(x / p[at]) / p[at + 1]);
		default: return gammaHazard(p[at + 1], x / p[at]);
	}
}
/** The x with H(x) = h, in seconds. Of a gamma distribution H(x) misses h by up to 10⁻¹⁶ eʰ. */
function ageAtHazard(table, id, h) {
	const p = table.parameters;
	const at = id * 4;
	switch (table.kind[id]) {
		case 1: return h * p[at + 3];
		case 2: return p[at] - expm1(-h) * (p[at + 1] - p[at]);
		case 3: return triangularAge(p[at], p[at + 1], p[at + 2], h);
		case 4: return p[at] * exp(p[at + 1] * (h < LN_2 ? normalQuantile(-expm1(-h)) : -normalQuantile(exp(-h))));
		case 5: return h <= 0 ? 0 : p[at] * exp(p[at + 1] * ln(h));
		default: return p[at] * gammaQuantile(p[at + 1], -expm1(-h));
	}
}
function triangularHazard(min, mode, max, x) {
	if (x <= min) return 0;
	if (x >= max) return Infinity;
	const width = max - min;
	return x <= mode ? -log1p(-((x - min) * (x - min)) / (width * (mode - min))) : -ln((max - x) * (max - x) / (width * (max - mode)));
}
function triangularAge(min, mode, max, h) {
	const width = max - min;
	const below = -expm1(-h) * width;
	return below < mode - min ? min + Math.sqrt(below * (mode - min)) : max - Math.sqrt(exp(-h) * width * (max - mode));
}
function normalHazard(z) {
	if (z < 0) return -log1p(-normalCdf(z));
	if (z < FAR_OUT) return -ln(normalUpper(z));
	const inverse = 1 / (z * z);
	return z * z / 2 + LN_SQRT_TWO_PI + ln(z) - log1p(-inverse * (1 - inverse * (3 - 15 * inverse)));
}
function gammaHazard(shape, x) {
	return x < shape ? -log1p(-gammaLower(shape, x)) : -ln(gammaUpper(shape, x));
}
// src/rare/ages.ts
/**
* Knows of each clock since when it is up, which the hazard of one that is not exponential follows from; counts
* nothing. Its ages are part of a snapshot.
*/
var AgeProbe = class {
	notesChance = true;
	openNumbers;
	/** [clock beyond the exponential ones] seconds, on the history's clock. */
	upSince;
	first;
	constructor({ counts }) {
		this.first = counts.exponentialClocks;
		this.openNumbers = counts.clocks - this.first;
		this.upSince = new Float64Array(this.openNumbers);
	}
	repair({ now }, clock) {
		if (clock >= this.first) this.upSince[clock - this.first] = now;
	}
	instant() {
		return false;
	}
	follows() {
		return false;
	}
	save(into) {
		into.set(this.upSince);
	}
	load(from) {
		this.upSince.set(from);
	}
	begin() {}
	strike() {}
	delay() {}
	chance() {}
	answer() {}
	loss() {}
	settle() {}
	horizon() {}
	end() {}
};
/** Seconds that the clock, not an exponential one, has been up. */
function ageOf(e, { upSince }, clock) {
	return e.now - upSince[clock - e.program.counts.exponentialClocks];
}
/**
* A history that begins in the steady state knows what is left of each lifetime, and not what it had before: given what
* is left, the whole is distributed as a lifetime that is longer than that (Cox 1962, ch. 5).
* @param row whence it is drawn
*/
function drawAges(e, { upSince }, row) {
	const { program, state } = e;
	const { exponentialClocks, clocks } = program.counts;
	for (let i = 0; i < e.heapSize; i++) {
		const clock = state.heapSlot[i];
		if (clock < exponentialClocks || clock >= clocks || state.clockDown[clock] === 1) continue;
		const draw = program.clocks[clock * CLOCK.stride + CLOCK.upDraw];
		const left = state.heapTime[i] - e.now;
		const hazard = cumulativeHazard(program.draws, draw, left) + standardExponential(state.streams, row);
		upSince[clock - exponentialClocks] = state.heapTime[i] - Math.max(left, ageAtHazard(program.draws, draw, hazard));
	}
}
// src/engine/history.ts
/** What is beside the state's buffer, in this order. */
const SCALARS = [
	"now",
	"heapSize",
	"nextRing",
	"ringAt",
	"ringCount",
	"ringsUntil",
	"repair",
	"events",
	"cause",
	"causeClock",
	"horizon",
	"attention",
	"lookingAgain",
	"domainsBack",
	"readersToInterrupt",
	"marked",
	"markedShares",
	"alarms",
	"unsettled",
	"firstBackup",
	"backlog",
	"restorePoint",
	"chainEnd",
	"chainTried",
	"newestFull",
	"oldestFull",
	"weight",
	"tiltedDelays",
	"tiltedCoins"
];
function createSnapshot({ state, probe }) {
	return {
		bytes: new Uint8Array(state.buffer.byteLength),
		scalars: new Float64Array(SCALARS.length),
		open: new Float64Array(probe.openNumbers)
	};
}
/** Writes the history as it is now into the snapshot. Between two instants only. */
function snapshot(e, into) {
	into.bytes.set(new Uint8Array(e.state.buffer));
	for (let i = 0; i < SCALARS.length; i++) into.scalars[i] = e[SCALARS[i]];
	e.probe.save(into.open);
}
/** Takes the history up where the snapshot left it; the same events follow, to the last bit. */
function restore(e, from) {
	new Uint8Array(e.state.buffer).set(from.bytes);
	for (let i = 0; i < SCALARS.length; i++) e[SCALARS[i]] = from.scalars[i];
	e.probe.load(from.open);
}
// src/rare/classes.ts
/** Strikes of a class in a pilot, about. */
const PILOT_STRIKES = 300;
/** In a pilot, before a step is made coarser; and from one interval without events. */
const MANY_STRIKES = 400;
const MANY_AT_ONCE = 30;
const COARSER = 4;
/** The first step of a class, in what was first found of it. */
const FIRST_STEP = 10;
/** Shares of the work: what follows from variances, and what all classes have alike. */
const BY_VARIANCE = .9;
/** A variance that was never above nothing says little. */
const LEAST_SHARE = .001;
function createClasses(groups, levels, streams, isPilot) {
	return {
		list: [],
		at: Array(groups * levels * 2),
		isPilot,
		planned: Infinity,
		unplanned: [],
		levels,
		streams
	};
}
/** @param level distance before the strike; @param plain 1 in the plain history, 0 in a copy */
function indexOf({ levels }, group, level, plain) {
	return (group * levels + level) * 2 + plain;
}
/**
* Goes on by so many expected failures. Call `strikesNext` until it says no.
* @returns the class, which is made if there is none yet
*/
function classOf(classes, group, level, plain, mass) {
	const at = indexOf(classes, group, level, plain);
	let found = classes.at[at];
	if (found === void 0) {
		found = create$1(level, unknownStep(classes, level, mass));
		found.next = uniform53(classes.streams, 0);
		classes.at[at] = found;
		classes.list.push(found);
	}
	if (classes.isPilot) coarsen(found, mass);
	return found;
}
/** In a pilot nobody knows how much is to come: what strikes too often strikes less often from then on. */
function coarsen(each, mass) {
	const once = mass / each.step / MANY_AT_ONCE;
	if (each.begun < MANY_STRIKES && once < 1) return;
	setStep(each, each.step * COARSER * Math.max(1, once));
	each.begun = 0;
}
/** One that no pilot has met: as those that are as near to a failure, the finest of them, or of all. */
function unknownStep({ isPilot, list }, level, mass) {
	if (isPilot) return mass * FIRST_STEP;
	const alike = list.filter((each) => each.level === level);
	return Math.min(...(alike.length > 0 ? alike : list).map((each) => each.step), 1);
}
function create$1(level, step) {
	return {
		level,
		step,
		done: 0,
		next: 0,
		mass: 0,
		strikes: 0,
		value: 0,
		squares: 0,
		work: 0,
		begun: 0,
		known: 0,
		knownStrikes: 0,
		carried: 0
	};
}
/** Takes the next strike before the given place, in steps. @returns its place; −1: there is none */
function strikeBefore(classes, each, until) {
	if (each.next >= until) return -1;
	const place = each.next;
	each.begun++;
	each.next = Math.floor(place) + 1 + uniform53(classes.streams, 0);
	return place;
}
/** A strike of the class is over. @param value seconds of down time for a weight of 1, what it led to being expected */
function noteStrike(each, value, work, carried) {
	each.strikes++;
	each.value += value;
	each.squares += value * value;
	each.work += work;
	each.carried += carried;
	each.knownStrikes++;
	each.known += (value - each.known) / each.knownStrikes;
}
/** Where it stands in its own measure stays. */
function setStep(each, step) {
	const left = (each.next - each.done) * each.step / step;
	each.step = step;
	each.done = 0;
	each.next = left;
}
/** Another history begins: all start anew, and what was not planned is not there. */
function beginHistory(classes) {
	for (const each of classes.list.splice(classes.planned)) {
		classes.at[classes.at.indexOf(each)] = void 0;
		classes.unplanned.push(each);
	}
	for (const each of classes.list) {
		each.done = 0;
		each.next = uniform53(classes.streams, 0);
	}
}
/** After a pilot: the next one strikes each class about as often. */
function beginPass(classes) {
	for (const each of classes.list) {
		if (each.mass > 0) each.step = each.mass / PILOT_STRIKES;
		each.begun = each.mass = each.strikes = each.value = each.squares = each.work = 0;
	}
}
/**
* Steps that make the variance smallest for so much work (Neyman 1934): strikes in proportion to mass √(E y² / work),
* and a tenth of the work spread evenly.
* @param scale history to come, in that of the pass that was last
*/
function freeze(from, work, scale, streams) {
	const known = from.list.filter((each) => each.strikes > 0);
	const workOf = (each) => each.work / each.strikes;
	const wishes = known.map((each) => each.mass * Math.sqrt(each.squares / each.strikes / workOf(each)));
	const most = wishes.reduce((sum, wish, i) => sum + wish * workOf(known[i]), 0);
	const classes = createClasses(0, from.levels, streams, false);
	classes.at.length = from.at.length;
	known.forEach((each, i) => {
		const even = work / known.length / workOf(each);
		const share = most > 0 ? work * wishes[i] / most : even;
		const strikes = BY_VARIANCE * share + .09999999999999998 * Math.max(even, LEAST_SHARE);
		const copy = {
			...create$1(each.level, each.mass * scale / strikes),
			known: each.known
		};
		copy.knownStrikes = each.knownStrikes;
		classes.list.push(copy);
		classes.at[from.at.indexOf(each)] = copy;
	});
	classes.planned = classes.list.length;
	return classes;
}
// src/engine/engine.ts
/**
* @param probe what it keeps must fit the program and the longest replication
* @throws if the program was compiled by another version
*/
function createEngine(program, probe) {
	if (program.version !== 6) throw new Error(`this engine runs programs of version 6, got ${String(program.version)}: reload so that page and workers are of one build`);
	return {
		program,
		state: createState(program),
		slots: slotsOf(program),
		probe,
		now: NaN,
		heapSize: 0,
		nextRing: NaN,
		ringAt: 0,
		ringCount: 0,
		ringsUntil: NaN,
		buckets: new Int32Array(program.tapeLength / 2 + 1),
		repair: NaN,
		events: 0,
		cause: 0,
		causeClock: -1,
		horizon: NaN,
		attention: 0,
		lookingAgain: 0,
		domainsBack: 0,
		readersToInterrupt: 0,
		marked: 0,
		markedShares: 0,
		alarms: 0,
		hasSites: program.memberCopy.some((copy) => copy >= 0),
		unsettled: 0,
		firstBackup: NaN,
		backlog: 0,
		restorePoint: NaN,
		chainEnd: NaN,
		chainTried: NaN,
		newestFull: NaN,
		oldestFull: NaN,
		weight: 1,
		tiltedDelays: 0,
		tiltedCoins: 0
	};
}
// src/rare/walk.ts
/** Instants in copies of one history: what takes more does not end. */
const MOST_WORK = 2e7;
const PLACES = 0;
function createWalk(structure, quiet, streams, classes) {
	const { program } = structure;
	const ages = new AgeProbe(program);
	const purpose = /* @__PURE__ */ new Int32Array(3);
	keyOf("purpose/copies", purpose, 0);
	return {
		e: createEngine(program, ages),
		ages,
		structure,
		classes,
		frames: [],
		quiet,
		streams,
		until: NaN,
		reached: new Uint8Array(structure.likes),
		own: [],
		family: [],
		families: /* @__PURE__ */ new Map(),
		copies: 0,
		history: /* @__PURE__ */ new Int32Array(3),
		purpose,
		rows: rowsOfCopies(program),
		work: 0,
		mostWork: MOST_WORK
	};
}
/**
* Rings do not depend on what happens, so that a copy goes on with those that are there; everything else is drawn
* anew.
*/
function rowsOfCopies({ counts, sources }) {
	const rings = /* @__PURE__ */ new Set();
	for (let at = 0; at < sources.length; at += SOURCE.stride) rings.add(sources[at + SOURCE.rings]).add(sources[at + SOURCE.repairs]);
	return Array.from({ length: counts.streams + 1 }, (_, row) => row).filter((row) => !rings.has(row));
}
/** Keys of the history: the same for any number of workers. */
function seedWalk(walk, seed, replication) {
	keyOfHistory(`copies/${seed}`, replication, walk.history);
	walk.copies = 0;
	walk.work = 0;
	for (const row of [PLACES, 1]) seedRow(walk.streams, row, walk.history, walk.purpose, 0, -2 - row);
}
function createWalkStreams() {
	return createStreams(2);
}
/** The copy that is lived from now on draws what no other one draws. */
function seedCopy(walk) {
	const { e, rows, history, purpose } = walk;
	const number = walk.copies++ * rows.length;
	for (let i = 0; i < rows.length; i++) seedRow(e.state.streams, rows[i], history, purpose, 0, number + i);
}
function frameAt(walk, depth) {
	const services = walk.structure.program.counts.services;
	while (walk.frames.length <= depth) walk.frames.push({
		kept: createSnapshot(walk.e),
		crossings: {
			count: 0,
			clock: [],
			time: [],
			group: [],
			level: []
		},
		least: new Int32Array(services).fill(-1),
		open: 0,
		natural: 0
	});
	return walk.frames[depth];
}
// src/rare/cross.ts
/** @param weight of the history; @param working members of the group's service that work, of which any can be struck */
function accumulateMembers(walk, found, group, level, plain, weight, working) {
	if (group.rate === 0) {
		let worth = 0;
		for (let i = 0; i < group.clocks; i++) {
			if (walk.e.state.holds[group.firstMember + i] > 0) continue;
			worth += accumulateClock(walk, found, group, group.firstClock + i, level, plain, weight);
		}
		return worth;
	}
	const { e } = walk;
	const seconds = walk.until - e.now;
	const mass = weight * group.rate * working * seconds;
	if (!(mass > 0)) return 0;
	const each = classOf(walk.classes, group.alike, level, plain, mass);
	const from = each.done;
	const until = from + mass / each.step;
	for (let at = strikeBefore(walk.classes, each, until); at >= 0; at = strikeBefore(walk.classes, each, until)) note(found, group, workingClock(walk, group), e.now + seconds * share(at, from, until), level);
	return pass(each, until, mass);
}
/** The same of one clock that is up. */
function accumulateClock(walk, found, group, clock, level, plain, weight) {
	const { e } = walk;
	const { draws } = e.program;
	const seconds = walk.until - e.now;
	if (!(seconds > 0)) return 0;
	const age = group.rate > 0 ? 0 : ageOf(e, walk.ages, clock);
	const begun = group.rate > 0 ? 0 : cumulativeHazard(draws, group.upDraw, age);
	const hazard = group.rate > 0 ? group.rate * seconds : cumulativeHazard(draws, group.upDraw, age + seconds) - begun;
	const mass = weight * hazard;
	if (!(mass > 0)) return 0;
	const each = classOf(walk.classes, group.alike, level, plain, mass);
	const from = each.done;
	const until = from + mass / each.step;
	for (let at = strikeBefore(walk.classes, each, until); at >= 0; at = strikeBefore(walk.classes, each, until)) {
		const part = share(at, from, until);
		const passed = group.rate > 0 ? seconds * part : ageAtHazard(draws, group.upDraw, begun + hazard * part) - age;
		note(found, group, clock, e.now + Math.min(Math.max(passed, 0), seconds), level);
	}
	return pass(each, until, mass);
}
/** @returns what the mass is worth, as far as is known: weighted seconds of down time */
function pass(each, until, mass) {
	each.done = until;
	each.mass += mass;
	return mass * each.known;
}
function share(at, from, until) {
	return Math.min(1, Math.max(0, (at - from) / (until - from)));
}
function note(found, group, clock, time, level) {
	const at = found.count++;
	found.group[at] = group;
	found.clock[at] = clock;
	found.time[at] = time;
	found.level[at] = level;
}
/** One of those that work, each as likely as the others. */
function workingClock({ e, streams }, group) {
	for (;;) {
		const i = Math.floor(uniform32(streams, 1) * group.clocks);
		if (e.state.holds[group.firstMember + i] === 0) return group.firstClock + i;
	}
}
// src/rare/level.ts
/**
* How many members of the service can be lost until it is down, and one more: 0 while it is. Only failures lower it.
*/
function levelOf({ program, state }, service) {
	return Math.max(0, state.healthy[service] - program.serviceRequired[service] + 1);
}
/** Whether the service alone keeps the entry down. */
function isDown({ program, state }, service) {
	return state.ownShare[service] < program.downBelow;
}
// src/rare/cascade.ts
/** Half of the repairs of what is struck are those that a random moment meets. */
const STRUCK_SHARE = .5;
/** Copies do not end, or there are too many. */
var TooMuchWork = class extends Error {
	name = "TooMuchWork";
};
/** Work of a strike itself, in that of an instant in a copy. */
const STRIKE_WORK = 2;
const NOTHING = {
	total: 0,
	expected: 0,
	work: 0
};
/**
* Lives the plain history on to the given time, striking copies of it. The plain history is what it would be without.
* @param note of each copy of it: weighted seconds of down time with all that it led to
* @returns the sum of that
*/
function livePlain(walk, until, note) {
	const { e, structure } = walk;
	const frame = frameAt(walk, 0);
	let sum = 0;
	while (e.now < until) {
		const next = nextEvent(e);
		walk.until = Math.min(next, until);
		frame.crossings.count = 0;
		for (const group of structure.groups) lookAtPlain(walk, group, frame);
		if (frame.crossings.count > 0) {
			snapshot(e, frame.kept);
			for (let i = 0; i < frame.crossings.count; i++) {
				const { total } = strike(walk, 0, i);
				sum += total;
				note(total);
				restore(e, frame.kept);
			}
		}
		if (next >= until) break;
		advance(e, next);
	}
	return sum;
}
/** Hazard of what would take a service out of where it usually is. */
function lookAtPlain(walk, group, { crossings }) {
	const { e, quiet } = walk;
	if (group.firstMember >= 0) {
		const service = group.services[0];
		const level = levelOf(e, service);
		if (level !== quiet[service]) return;
		accumulateMembers(walk, crossings, group, level, 1, 1, e.state.healthy[service]);
		return;
	}
	if (e.state.clockDown[group.firstClock] === 1) return;
	for (let i = 0; i < group.services.length; i++) {
		const service = group.services[i];
		const level = levelOf(e, service);
		if (level < quiet[service] || level - group.most[i] >= quiet[service]) continue;
		accumulateClock(walk, crossings, group, group.firstClock, quiet[service], 1, 1);
		return;
	}
}
/** The state is that of the interval in which it was found; what becomes of it is left in the engine. */
function strike(walk, depth, crossing) {
	const { e, classes, structure } = walk;
	const parent = frameAt(walk, depth);
	const child = frameAt(walk, depth + 1);
	const { group: groups, clock: clocks, time, level } = parent.crossings;
	const group = groups[crossing];
	const each = classes.at[indexOf(classes, group.alike, level[crossing], depth === 0 ? 1 : 0)];
	const weight = each.step;
	e.now = time[crossing];
	e.weight = weight;
	seedCopy(walk);
	if (depth === 0) openQuiet(walk, group, child);
	else openLike(walk, parent, child);
	const repair = drawTilted(e, group.downDraw, structure.program.counts.streams, STRUCK_SHARE);
	e.tiltedCoins = group.kind === OWNER.shock ? 1 : 0;
	strikeNow(e, clocks[crossing], repair);
	if (e.attention !== 0) instantEnds(e);
	e.tiltedCoins = 0;
	const booked = (depth === 0 ? keepNearer(walk, child) : fallsTo(walk, child)) ? path(walk, depth + 1, weight) : NOTHING;
	noteStrike(each, booked.expected, STRIKE_WORK + booked.work, booked.total);
	return booked;
}
/** Of the services that the group can reach, those that are where they usually are: before the strike. */
function openQuiet(walk, { services }, child) {
	child.least.fill(-1);
	child.natural = 0;
	child.open = 0;
	for (const service of services) if (levelOf(walk.e, service) >= walk.quiet[service]) child.least[service] = walk.quiet[service];
}
/** After it: those that are nearer to their failure, which the copy is about. @returns whether there are any */
function keepNearer(walk, child) {
	const { e, structure } = walk;
	for (const service of structure.services) {
		if (child.least[service] < 0) continue;
		const level = levelOf(e, service);
		const isNearer = level < child.least[service];
		child.least[service] = isNearer ? level : -1;
		if (isNearer) child.open++;
	}
	if (child.open === 0) return false;
	walk.own = structure.services.filter((service) => child.least[service] >= 0);
	walk.family = familyOf(walk, walk.own);
	return true;
}
/** Groups that can bring one of the services nearer to its failure. */
function familyOf({ structure, families }, own) {
	if (own.length === 1) return structure.groupsOf[own[0]];
	const key = own.join();
	let family = families.get(key);
	if (family === void 0) {
		family = structure.groups.filter((group) => group.services.some((service) => own.includes(service)));
		families.set(key, family);
	}
	return family;
}
/** A copy of a copy is about the same services. */
function openLike({ own }, parent, child) {
	child.least.fill(-1);
	for (const service of own) child.least[service] = parent.least[service];
	child.open = parent.open;
	child.natural = parent.natural;
}
/** Whether one of the copy's services is nearer to its failure than ever; that is noted. */
function fallsTo({ e, own }, { least }) {
	let falls = false;
	for (const service of own) {
		const level = levelOf(e, service);
		if (level >= least[service]) continue;
		least[service] = level;
		falls = true;
	}
	return falls;
}
/** @param weight that it was struck with */
function path(walk, depth, weight) {
	const { e } = walk;
	const frame = frameAt(walk, depth);
	let total = 0;
	let expected = 0;
	let work = 0;
	closeQuiet(walk, frame);
	while (frame.open > 0) {
		work++;
		if (++walk.work > walk.mostWork) throw new TooMuchWork();
		walk.until = nextEvent(e);
		const own = e.weight * downShare$1(walk, frame) * (walk.until - e.now);
		total += own;
		expected += own;
		frame.crossings.count = 0;
		for (const group of walk.family) expected += lookAtCopy(walk, group, frame);
		if (frame.crossings.count > 0) {
			snapshot(e, frame.kept);
			for (let i = 0; i < frame.crossings.count; i++) {
				total += strike(walk, depth, i).total;
				restore(e, frame.kept);
			}
		}
		happen(walk, frame);
		if (fallsTo(walk, frame)) break;
		closeQuiet(walk, frame);
	}
	return {
		total,
		expected: expected / weight,
		work
	};
}
/**
* Hazard of what would bring a service of the copy nearer to its failure than ever. @returns what it is worth,
* expected
*/
function lookAtCopy(walk, group, { crossings, least }) {
	const { e } = walk;
	if (group.firstMember >= 0) {
		const service = group.services[0];
		const level = levelOf(e, service);
		if (level === 0 || level !== least[service]) return 0;
		return accumulateMembers(walk, crossings, group, level, 0, e.weight, e.state.healthy[service]);
	}
	if (e.state.clockDown[group.firstClock] === 1) return 0;
	let nearest = Infinity;
	for (let i = 0; i < group.services.length; i++) {
		const service = group.services[i];
		const level = levelOf(e, service);
		if (level > 0 && level - group.most[i] < least[service]) nearest = Math.min(nearest, least[service]);
	}
	if (nearest === Infinity) return 0;
	return accumulateClock(walk, crossings, group, group.firstClock, nearest, 0, e.weight);
}
/**
* The next instant of the copy. What fails by itself and concerns it is repaired as slowly as a random moment finds,
* more seldom each time.
*/
function happen(walk, frame) {
	const { e } = walk;
	const next = nextEvent(e);
	const { ringClock, ringOrder, ringRepair, heapSlot, clockDown } = e.state;
	const scratch = e.program.counts.streams;
	if (e.nextRing === next) {
		const ring = ringOrder[e.ringAt];
		const clock = ringClock[ring];
		const share = clockDown[clock] === 0 ? naturalShare(walk, frame, clock) : 0;
		e.now = next;
		if (share > 0) ringRepair[ring] = drawTilted(e, downDrawOf(walk, clock), scratch, share);
	} else if (next < Infinity && heapSlot[0] < e.slots.member && clockDown[heapSlot[0]] === 0) {
		const clock = heapSlot[0];
		const share = naturalShare(walk, frame, clock);
		e.now = next;
		if (share > 0) {
			e.events++;
			strikeNow(e, clock, drawTilted(e, downDrawOf(walk, clock), scratch, share));
			if (e.attention !== 0) instantEnds(e);
		}
	}
	advance(e, next);
}
/** 0: the clock is nothing to a service of the copy. */
function naturalShare({ structure }, frame, clock) {
	const group = structure.groupOf[clock];
	if (group < 0 || !structure.groups[group].services.some((service) => frame.least[service] >= 0)) return 0;
	return 1 / (2 * (++frame.natural + 1));
}
function downDrawOf({ structure }, clock) {
	return structure.groups[structure.groupOf[clock]].downDraw;
}
/**
* What is back where it usually is is the copy's no more: whatever takes it out of there again is counted by itself.
*/
function closeQuiet({ e, own, quiet }, frame) {
	for (const service of own) {
		if (frame.least[service] < 0 || levelOf(e, service) < quiet[service]) continue;
		frame.least[service] = -1;
		frame.open--;
	}
}
/** Of all services that are down, the share that is the copy's; 0 where none is. */
function downShare$1({ e, own, reached, structure }, { least }) {
	let down = 0;
	for (const service of own) {
		if (least[service] < 0 || !isDown(e, service)) continue;
		reached[structure.likeOf[service]] = 1;
		down++;
	}
	if (down === 0) return 0;
	return down / downServices(e, structure.services);
}
function downServices(e, services) {
	let down = 0;
	for (const service of services) if (isDown(e, service)) down++;
	return down;
}
// src/rare/groups.ts
/** @param program one that `scope.ts` lets pass */
function structureOf(program) {
	const { answerOffsets, answerCode, entry, serviceMembers, serviceRequired, counts } = program;
	const services = [...answerCode.subarray(answerOffsets[entry], answerOffsets[entry + 1])];
	const groups = [];
	const alike = /* @__PURE__ */ new Map();
	const groupOf = new Int32Array(counts.clocks).fill(-1);
	for (let at = 0; at < program.fleets.length; at += FLEET.stride) {
		const first = program.fleets[at + FLEET.clock];
		const clocks = program.fleets[at + FLEET.clocks];
		for (const [firstClock, count] of groupsOfFleet(program, first, clocks)) {
			const group = groupAt(program, groups.length, firstClock, count, services);
			if (group.services.length === 0) continue;
			const key = likeness(program, group);
			if (!alike.has(key)) alike.set(key, alike.size);
			groups.push({
				...group,
				alike: alike.get(key)
			});
			groupOf.fill(group.index, firstClock, firstClock + count);
		}
	}
	return {
		program,
		services,
		groups,
		groupsOf: Array.from({ length: counts.services }, (_, service) => groups.filter((group) => group.services.includes(service))),
		groupOf,
		likeOf: likesOf(groups, counts.services, alike.size),
		likes: alike.size + counts.services,
		levels: Math.max(...services.map((s) => serviceMembers[s + 1] - serviceMembers[s] - serviceRequired[s] + 1)) + 1
	};
}
/** A service without failures of its own is like no other. */
function likesOf(groups, services, first) {
	return Array.from({ length: services }, (_, service) => {
		const own = groups.find((group) => group.firstMember >= 0 && group.services[0] === service);
		return own === void 0 ? first + service : own.alike;
	});
}
/** A fleet of members is one group; domains and shocks are apart. */
function groupsOfFleet({ clocks }, first, count) {
	if (clocks[first * CLOCK.stride + CLOCK.ownerKind] === OWNER.member) return [[first, count]];
	return Array.from({ length: count }, (_, i) => [first + i, 1]);
}
/** Two services are alike that need as many of as many members, in the same domains and under the same shocks. */
function likeness(p, { firstMember, firstClock, upDraw, downDraw, services }) {
	if (firstMember < 0) return `clock ${firstClock}`;
	const [service] = services;
	const [first, end] = [p.serviceMembers[service], p.serviceMembers[service + 1]];
	const shocks = p.shockMembers.reduce((found, member, at) => {
		if (member >= first && member < end) found.push(shockOf(p, at), member - first);
		return found;
	}, []);
	return JSON.stringify([
		[
			upDraw,
			downDraw,
			p.serviceRequired[service],
			...p.memberDomain.subarray(first, end)
		],
		[...modesOf(p, first)],
		[...p.memberRestartDraw.subarray(first, end)],
		shocks
	]);
}
/** Times up and down of each failure mode of a member. */
function* modesOf(p, member) {
	for (let at = 0; at < p.clocks.length; at += CLOCK.stride) if (p.clocks[at + CLOCK.ownerKind] === OWNER.member && p.clocks[at + CLOCK.owner] === member) yield* [p.clocks[at + CLOCK.upDraw], p.clocks[at + CLOCK.downDraw]];
}
function shockOf({ shockMemberOffsets }, at) {
	return shockMemberOffsets.findIndex((first, i) => i + 1 < shockMemberOffsets.length && at < shockMemberOffsets[i + 1] && at >= first);
}
function groupAt(p, index, firstClock, clocks, counted) {
	const at = firstClock * CLOCK.stride;
	const kind = p.clocks[at + CLOCK.ownerKind];
	const owner = p.clocks[at + CLOCK.owner];
	const upDraw = p.clocks[at + CLOCK.upDraw];
	const most = /* @__PURE__ */ new Map();
	for (const member of membersOf(p, kind, owner)) {
		const service = p.memberService[member];
		if (counted.includes(service)) most.set(service, (most.get(service) ?? 0) + 1);
	}
	return {
		index,
		kind,
		firstClock,
		clocks,
		firstMember: kind === OWNER.member ? owner : -1,
		rate: firstClock < p.counts.exponentialClocks ? 1 / drawMean(p.draws, upDraw) : 0,
		upDraw,
		downDraw: p.clocks[at + CLOCK.downDraw],
		services: [...most.keys()],
		most: [...most.values()]
	};
}
/** Members that a failure of the owner can take down. */
function membersOf(p, kind, owner) {
	if (kind === OWNER.member) return [owner];
	if (kind === OWNER.domain) return p.domainMembers.subarray(p.domainMemberOffsets[owner], p.domainMemberOffsets[owner + 1]);
	if (kind === OWNER.shock) return p.shockMembers.subarray(p.shockMemberOffsets[owner], p.shockMemberOffsets[owner + 1]);
	return [];
}
// src/rare/estimate.ts
/** Histories of their own, from whose spread the interval follows. */
const BATCHES = 50;
/** Pilots are over when so many in a row have met no new class; there are never more than this. */
const QUIET_PILOTS = 3;
const MOST_PILOTS = 30;
/** Events of one pilot's plain history, about. */
const PILOT_EVENTS = 2e3;
/** The share of all work that is plain, an event of it being worth an instant in a copy. */
const PLAIN_SHARE = .3;
const MOST_YEARS = 1e7;
/** Clocks begin in the steady state; restarts after a domain's return settle in this. */
const WARM_UP_SECONDS = SECONDS_PER_YEAR / 12;
/** A class that struck less often than this says little by itself. */
const FEW_STRIKES = 20;
/**
* The entry's unavailability in the long run, from strikes on copies.
* @param program one that `scope.ts` lets pass
* @param work instants to be lived, in plain histories and in copies, beside those of pilots: a million are about a
* second
* @throws TooMuchWork if copies do not end
*/
function estimateRare(program, seed, work) {
	const plan = planRare(program, seed, work);
	return summary(plan, Array.from({ length: plan.batches }, (_, batch) => liveBatch(plan, batch)));
}
function planRare(program, seed, work) {
	const structure = structureOf(program);
	const walk = pilot(structure, seed);
	const pilots = pilotYears(structure);
	const years = Math.min(MOST_YEARS, PLAIN_SHARE * work / PILOT_EVENTS * pilots);
	const unreached = structure.services.filter((service) => structure.groupsOf[service].length > 0).find((service) => walk.reached[structure.likeOf[service]] === 0) ?? null;
	walk.classes = freeze(walk.classes, work * .7, years / pilots, walk.streams);
	return {
		seed,
		walk,
		yearsPerBatch: years / BATCHES,
		batches: BATCHES,
		unreached
	};
}
/** The same plan and batch are the same bits, whatever else was lived before. */
function liveBatch({ walk, seed, yearsPerBatch }, batch) {
	begin(walk, seed, batch, yearsPerBatch);
	let largest = 0;
	return {
		seconds: livePlain(walk, walk.e.horizon, (total) => {
			largest = Math.max(largest, total);
		}),
		largest,
		work: walk.work
	};
}
/** Finds out what classes there are, and what their strikes are worth: of that only the steps are kept. */
function pilot(structure, seed) {
	const streams = createWalkStreams();
	const classes = createClasses(structure.likes, structure.levels, streams, true);
	const walk = createWalk(structure, quietOf(structure, seed), streams, classes);
	const years = pilotYears(structure);
	let known = 0;
	for (let pass = 0, quiet = 0; pass < MOST_PILOTS && quiet < QUIET_PILOTS; pass++) {
		beginPass(classes);
		begin(walk, `pilots/${seed}`, pass, years);
		livePlain(walk, walk.e.horizon, () => void 0);
		quiet = classes.list.length === known ? quiet + 1 : 0;
		known = classes.list.length;
	}
	return walk;
}
/** So many years have about as many events as a pilot is to have. */
function pilotYears({ program: { draws }, groups }) {
	let perSecond = 0;
	for (const { clocks, upDraw, downDraw } of groups) perSecond += 2 * clocks / (drawMean(draws, upDraw) + drawMean(draws, downDraw));
	return Math.min(MOST_YEARS, PILOT_EVENTS / perSecond / SECONDS_PER_YEAR);
}
/**
* [service] half of the time it is no further from its failure than this: in a small one that is as far as it can be.
*/
function quietOf(structure, seed) {
	const { program, services, levels } = structure;
	const quiet = new Int32Array(program.counts.services);
	const streams = createWalkStreams();
	const walk = createWalk(structure, quiet, streams, createClasses(0, 0, streams, true));
	begin(walk, `quiet/${seed}`, 0, pilotYears(structure));
	const seconds = services.map(() => new Float64Array(levels));
	const { e } = walk;
	while (nextEvent(e) < e.horizon) {
		services.forEach((service, i) => seconds[i][levelOf(e, service)] += nextEvent(e) - e.now);
		advance(e, nextEvent(e));
	}
	services.forEach((service, i) => {
		let left = seconds[i].reduce((sum, x) => sum + x, 0) / 2;
		let level = 0;
		while (level < levels - 1 && (left -= seconds[i][level]) > 0) level++;
		quiet[service] = Math.max(1, level);
	});
	return quiet;
}
/** A history of its own, at the moment from which on it is looked at. */
function begin(walk, seed, replication, years) {
	const { e, ages } = walk;
	seedWalk(walk, seed, replication);
	beginHistory(walk.classes);
	start(e, `rare/${seed}`, replication, years, WARM_UP_SECONDS, years * SECONDS_PER_YEAR);
	drawAges(e, ages, e.program.counts.streams);
	advance(e, 0);
	e.now = 0;
}
function summary(plan, batches) {
	const { classes } = plan.walk;
	const count = batches.length;
	const total = batches.reduce((sum, { seconds }) => sum + seconds, 0);
	const mean = total / count;
	const squares = batches.reduce((sum, { seconds }) => sum + (seconds - mean) * (seconds - mean), 0);
	const error = Math.sqrt(squares / (count - 1) / count);
	const half = studentQuantile(count - 1, .975) * error;
	const lived = plan.yearsPerBatch * SECONDS_PER_YEAR;
	const share = (seconds) => total > 0 ? seconds / total : 0;
	const all = [...classes.list, ...classes.unplanned];
	return {
		unavailability: mean / lived,
		ci95: [Math.max(0, mean - half) / lived, (mean + half) / lived],
		relativeStandardError: mean > 0 ? error / mean : Infinity,
		largestShare: share(Math.max(...batches.map(({ largest }) => largest))),
		thinShare: share(Math.max(0, ...all.filter(({ strikes }) => strikes < FEW_STRIKES).map(({ carried }) => carried))),
		unreached: plan.unreached,
		years: plan.yearsPerBatch * count,
		strikes: all.reduce((sum, { strikes }) => sum + strikes, 0),
		work: batches.reduce((sum, { work }) => sum + work, 0)
	};
}
// src/rare/scope.ts
/** Features of the language for which strikes on copies were proved against exact values. */
const FEATURES = [
	"failures",
	"placement",
	"restart",
	"shocks",
	"warm-up",
	"experiments",
	"active-active",
	"needs"
];
/** A delay that varies more than this, relative to its mean, has to be drawn longer in copies, or it is missed. */
const WIDEST = 1.2;
/** Of fleets that are larger the rare is the sum of very many ways, each of many failures. */
const MOST_MEMBERS$1 = 2e3;
/** Why the rare cannot be struck in copies of this model's state, as a clause; null: it can. */
function refusedRare(model, program) {
	const feature = refusal(model, FEATURES);
	if (feature !== null) return feature;
	if (!program.startsSteady || model.simulation.warmUpSeconds === 0) return "its histories do not begin in the long run (`warm-up: 0 s`)";
	if (program.counts.members > MOST_MEMBERS$1) return `it has more than ${MOST_MEMBERS$1} members, and the rare may be too many failures at once`;
	return refusedAnswers(program) ?? refusedClocks(program) ?? refusedRestarts(model);
}
function refusedAnswers({ answerOffsets, answerCode, entry, serviceMode, serviceRequired, serviceDegrades, downBelow }) {
	for (const service of answerCode.subarray(answerOffsets[entry], answerOffsets[entry + 1])) {
		if (service === ANSWER.push || service === ANSWER.want) return "the entry answers a share without what it wants";
		if (serviceMode[service] !== MODE.activeActive) continue;
		const required = serviceRequired[service];
		if (serviceDegrades[service] === 1 && (required - 1) / required >= downBelow) return "a service below what it requires may answer enough";
	}
	return null;
}
function refusedClocks({ clocks, counts, draws }) {
	for (let clock = 0; clock < counts.ownClocks; clock++) {
		const at = clock * CLOCK.stride;
		const kind = clocks[at + CLOCK.ownerKind];
		if (kind !== OWNER.member && kind !== OWNER.domain && kind !== OWNER.shock) return "something fails that is nothing of these";
		if (!hasHazard(draws, clocks[at + CLOCK.upDraw])) return "a time to failure has no density, and so no hazard";
	}
	return null;
}
function refusedRestarts(model) {
	return model.components.some(({ restart }) => variance(restart) > WIDEST * mean(restart) * (WIDEST * mean(restart))) ? "a restart varies so much that copies would miss the long ones" : null;
}
// src/analysis/structure/bare.ts
const known$3 = /* @__PURE__ */ new WeakMap();
/** The program without what stands in it: its answer code tells what follows from the services' own shares. */
function bareProgram(model) {
	let bare = known$3.get(model);
	if (bare === void 0) known$3.set(model, bare = create(model));
	return bare;
}
function create(model) {
	const services = model.services.map((service) => ({
		...service,
		placement: [],
		sites: null,
		data: null,
		backup: null,
		replication: null
	}));
	const { program } = compile({
		...model,
		domains: [],
		shocks: [],
		experiments: [],
		services
	});
	const { answerOffsets, answerCode, entry } = program;
	const matters = new Uint8Array(services.length);
	const judged = /* @__PURE__ */ new Set([entry]);
	let steps = 0;
	for (const answer of judged) {
		const code = answerCode.subarray(answerOffsets[answer], answerOffsets[answer + 1]);
		steps += code.length;
		for (const step of code) {
			if (step < 0) continue;
			matters[step] = 1;
			for (const copy of model.services[step].sites ?? []) judged.add(copy);
		}
	}
	return {
		program,
		matters,
		judged: [...judged],
		steps
	};
}
// src/analysis/structure/elements.ts
/** Share of time in which any of the modes is down; keeps the digits of small shares. */
function together(modes) {
	return modes.reduce((down, mode) => {
		const also = unavailability(mode.up, mode.down);
		return down + also - down * also;
	}, 0);
}
// src/analysis/structure/binomial.ts
const NEGLIGIBLE = 1e-300;
/**
* How many of n independent members are lost, each with the given chance: outwards from the likeliest, by the ratio of
* neighbours.
*/
function binomialLosses(n, chance) {
	if (chance <= 0 || chance >= 1) return {
		from: chance <= 0 ? 0 : n,
		chances: Float64Array.of(1)
	};
	const odds = chance / (1 - chance);
	const mode = Math.min(n, Math.floor((n + 1) * chance));
	const below = [];
	const above = [];
	let total = 1;
	for (let i = mode, p = 1; i > 0; i--) {
		p *= i / ((n - i + 1) * odds);
		if (p < NEGLIGIBLE) break;
		below.push(p);
		total += p;
	}
	for (let i = mode, p = 1; i < n; i++) {
		p *= (n - i) / (i + 1) * odds;
		if (p < NEGLIGIBLE) break;
		above.push(p);
		total += p;
	}
	return {
		from: mode - below.length,
		chances: Float64Array.from([
			...below.reverse(),
			1,
			...above
		], (p) => p / total)
	};
}
/** Chance of at least `start` and fewer than `end` lost, summed from the smaller end. */
function chanceOfRange({ from, chances }, start, end) {
	const first = Math.max(0, start - from);
	const last = Math.min(chances.length, end - from) - 1;
	if (last < first) return 0;
	let sum = 0;
	if (chances[first] < chances[last]) for (let i = first; i <= last; i++) sum += chances[i];
	else for (let i = last; i >= first; i--) sum += chances[i];
	return sum;
}
/** Chance of exactly so many lost. */
function chanceOf({ from, chances }, lost) {
	return chances[lost - from] ?? 0;
}
// src/analysis/structure/chances.ts
function chancesOf(diagram, meanings, root) {
	const nodes = reachable(diagram, root);
	const placeOf = new Int32Array(nodes[nodes.length - 1] + 1);
	nodes.forEach((node, place) => placeOf[node] = place);
	const childPlace = (run) => placeOf[diagram.childOf(run)];
	const firstChance = firstChances(diagram, nodes);
	const runChance = new Float64Array(firstChance[nodes.length]);
	setRunChances(runChance, diagram, nodes, lossesBy(meanings, 0));
	const below = sumsBelow(diagram, nodes, firstChance, runChance, childPlace);
	const others = lossesBy(meanings, 1);
	function reach(given = /* @__PURE__ */ new Set()) {
		const reached = new Float64Array(nodes.length);
		reached[nodes.length - 1] = 1;
		for (let place = nodes.length - 1; place >= 0; place--) {
			const variable = diagram.variableOf(nodes[place]);
			if (variable < 0 || reached[place] === 0) continue;
			const first = diagram.firstRun(nodes[place]);
			if (given.has(variable)) {
				reached[childPlace(first)] += reached[place];
				continue;
			}
			for (let i = firstChance[place]; i < firstChance[place + 1]; i++) reached[childPlace(first + i - firstChance[place])] += reached[place] * runChance[i];
		}
		return reached;
	}
	function steepness(place) {
		const node = nodes[place];
		const losses = others(diagram.variableOf(node));
		let sum = 0;
		for (let run = diagram.firstRun(node) + 1; run < diagram.endRun(node); run++) sum += chanceOf(losses, diagram.startOf(run) - 1) * (below[childPlace(run)] - below[childPlace(run - 1)]);
		return sum;
	}
	return {
		total: Math.min(1, below[nodes.length - 1]),
		nodes,
		below,
		reach,
		steepness,
		childPlace
	};
}
/** [variable] how many of what it stands for are lost, each worked out once; of so many less than all. */
function lossesBy(meanings, less) {
	const known = /* @__PURE__ */ new Map();
	return (variable) => {
		let losses = known.get(variable);
		if (losses === void 0) {
			const meaning = meanings[variable];
			const alive = meaning.kind === "lost" ? meaning.alive : 1;
			known.set(variable, losses = binomialLosses(alive - less, meaning.down));
		}
		return losses;
	};
}
/** [place] where the chances of a node's runs begin, when they stand in a row in the order of their nodes. */
function firstChances(diagram, nodes) {
	const firstChance = new Int32Array(nodes.length + 1);
	nodes.forEach((node, place) => {
		const runs = diagram.variableOf(node) < 0 ? 0 : diagram.endRun(node) - diagram.firstRun(node);
		firstChance[place + 1] = firstChance[place] + runs;
	});
	return firstChance;
}
/** Sets the chance of each run of each node, in that order. */
function setRunChances(chances, diagram, nodes, lossesOf) {
	let place = 0;
	for (const node of nodes) {
		const variable = diagram.variableOf(node);
		if (variable < 0) continue;
		const losses = lossesOf(variable);
		const end = diagram.endRun(node);
		for (let run = diagram.firstRun(node); run < end; run++) {
			const next = run + 1 < end ? diagram.startOf(run + 1) : Infinity;
			chances[place++] = chanceOfRange(losses, diagram.startOf(run), next);
		}
	}
}
/** [place] chance that the function is 1 below a node. */
function sumsBelow(diagram, nodes, firstChance, runChance, childPlace) {
	const below = new Float64Array(nodes.length);
	nodes.forEach((node, place) => {
		if (diagram.variableOf(node) < 0) {
			below[place] = diagram.valueOf(node);
			return;
		}
		const first = diagram.firstRun(node);
		for (let run = diagram.endRun(node) - 1; run >= first; run--) below[place] += runChance[firstChance[place] + run - first] * below[childPlace(run)];
	});
	return below;
}
function reachable(diagram, root) {
	const seen = /* @__PURE__ */ new Set([root]);
	for (const node of seen) {
		if (diagram.variableOf(node) < 0) continue;
		for (let run = diagram.firstRun(node); run < diagram.endRun(node); run++) seen.add(diagram.childOf(run));
	}
	return Int32Array.from(seen).sort();
}
// src/analysis/structure/diagram.ts
/** A diagram, or what is made of it, would take more room or time than is allowed. */
var TooLarge = class extends Error {};
/** Hundreds of megabytes, or seconds, begin beyond these. */
const MOST_NODES = 5e5;
const MOST_RUNS = 15e5;
const MOST_STEPS = 6e6;
/** Every function here recurses once a level. */
const MOST_LEVELS = 3e3;
/** Variables at one level. */
const MOST_AT_LEVEL = 4096;
/** Starts of the runs of what is 0 or 1. */
const BOTH = [0, 1];
const OP = {
	add: 0,
	multiply: 1,
	multiplyOrNothing: 2
};
/**
* Decision diagrams with real numbers at their ends (Bryant 1986; Fujita, McGeer & Yang 1997; Bahar et al. 1997) over
* variables that count: a variable is 0, 1, 2, …, and a node has one child for each run of values that lead to the
* same. Equal functions of the same diagram are the same node, and every node's number is above those of its children.
*/
var Diagram = class {
	floor;
	/** Nodes there are, and runs of all of them. */
	nodes = 0;
	runs = 0;
	steps = 0;
	variables = /* @__PURE__ */ new Int32Array(1024);
	/** [node] its first run and the one after its last; of an end, its place in `values`. */
	first = /* @__PURE__ */ new Int32Array(1024);
	ends = /* @__PURE__ */ new Int32Array(1024);
	runStart = /* @__PURE__ */ new Int32Array(4096);
	runChild = /* @__PURE__ */ new Int32Array(4096);
	/** Open addressing over all nodes that are no ends; −1 is free. */
	table = (/* @__PURE__ */ new Int32Array(4096)).fill(-1);
	/** What was done lately: operation, both sides, result. It forgets. */
	memo = (/* @__PURE__ */ new Int32Array(16384)).fill(-1);
	ranks = [];
	atLevel = /* @__PURE__ */ new Map();
	values = [];
	terminals = /* @__PURE__ */ new Map();
	/** @param floor products below it are worth nothing to `multiplyOrNothing` */
	constructor(floor) {
		this.floor = floor;
	}
	/** Variables are asked for in the order of their ranks. */
	rankOf(variable) {
		return this.ranks[variable];
	}
	add(a, b) {
		return this.apply(OP.add, a, b);
	}
	multiply(a, b) {
		return this.apply(OP.multiply, a, b);
	}
	/** The product, and 0 where it is below the floor. */
	multiplyOrNothing(a, b) {
		return this.apply(OP.multiplyOrNothing, a, b);
	}
	/** The variable that a node asks for; −1: it is an end. */
	variableOf(at) {
		return this.variables[at];
	}
	/** An end's number. */
	valueOf(at) {
		return this.values[this.first[at]];
	}
	/**
	* Runs of a node: the i-th begins at `startOf(i)` and leads to `childOf(i)`, i from `firstRun` to before `endRun`.
	*/
	firstRun(at) {
		return this.first[at];
	}
	endRun(at) {
		return this.ends[at];
	}
	startOf(run) {
		return this.runStart[run];
	}
	childOf(run) {
		return this.runChild[run];
	}
	/** Adds a variable that is asked after all of lower levels, and after those of its level that were there before. */
	addVariable(level) {
		const before = this.atLevel.get(level) ?? 0;
		this.atLevel.set(level, before + 1);
		if (before >= MOST_AT_LEVEL || this.atLevel.size > MOST_LEVELS) throw new TooLarge();
		return this.ranks.push(level * MOST_AT_LEVEL + before) - 1;
	}
	/** The constant function. */
	terminal(value) {
		let node = this.terminals.get(value);
		if (node === void 0) {
			node = this.allot(-1, 0);
			this.first[node] = this.values.push(value) - 1;
			this.terminals.set(value, node);
		}
		return node;
	}
	allot(variable, length) {
		if (this.nodes >= MOST_NODES || this.runs + length > MOST_RUNS) throw new TooLarge();
		if (this.nodes === this.variables.length) {
			this.variables = doubled(this.variables);
			this.first = doubled(this.first);
			this.ends = doubled(this.ends);
			this.rehash();
		}
		while (this.runs + length > this.runStart.length) {
			this.runStart = doubled(this.runStart);
			this.runChild = doubled(this.runChild);
		}
		this.variables[this.nodes] = variable;
		this.first[this.nodes] = this.runs;
		return this.nodes++;
	}
	rehash() {
		this.table = new Int32Array(this.variables.length * 4).fill(-1);
		this.memo = new Int32Array(this.variables.length * 4).fill(-1);
		for (let node = 0; node < this.nodes; node++) if (this.variables[node] >= 0) this.table[this.slotOf(node)] = node;
	}
	slotOf(node) {
		let hash = this.variables[node];
		for (let run = this.first[node]; run < this.ends[node]; run++) hash = mix(mix(hash, this.runStart[run]), this.runChild[run]);
		let slot = hash & this.table.length - 1;
		while (this.table[slot] >= 0) slot = slot + 1 & this.table.length - 1;
		return slot;
	}
	/** By the value of the variable: children[i] from starts[i] on, to before starts[i + 1]; starts[0] is 0. */
	node(variable, starts, children) {
		let length = 0;
		let hash = variable;
		let last = -1;
		for (let i = 0; i < children.length; i++) {
			if (children[i] === last) continue;
			last = children[i];
			hash = mix(mix(hash, starts[i]), last);
			length++;
		}
		if (length === 1) return children[0];
		for (let slot = hash & this.table.length - 1; this.table[slot] >= 0; slot = slot + 1 & this.table.length - 1) if (this.isNode(this.table[slot], variable, length, starts, children)) return this.table[slot];
		const made = this.allot(variable, length);
		last = -1;
		for (let i = 0; i < children.length; i++) {
			if (children[i] === last) continue;
			last = children[i];
			this.runStart[this.runs] = starts[i];
			this.runChild[this.runs++] = last;
		}
		this.ends[made] = this.runs;
		this.table[this.slotOf(made)] = made;
		return made;
	}
	isNode(known, variable, length, starts, children) {
		if (this.variables[known] !== variable || this.ends[known] - this.first[known] !== length) return false;
		let run = this.first[known];
		let last = -1;
		for (let i = 0; i < children.length; i++) {
			if (children[i] === last) continue;
			last = children[i];
			if (this.runStart[run] !== starts[i] || this.runChild[run] !== last) return false;
			run++;
		}
		return true;
	}
	/** `off` for 0, `on` for 1. */
	choice(variable, off, on) {
		return off === on ? off : this.node(variable, BOTH, [off, on]);
	}
	apply(op, a, b) {
		if (++this.steps > MOST_STEPS) throw new TooLarge();
		const isEndA = this.variables[a] < 0;
		const isEndB = this.variables[b] < 0;
		if (isEndA && isEndB) return this.terminal(this.calculate(op, this.values[this.first[a]], this.values[this.first[b]]));
		if (isEndA || isEndB) {
			const value = this.values[this.first[isEndA ? a : b]];
			if (op === OP.add ? value === 0 : value === 1) return isEndA ? b : a;
			if (op !== OP.add && value === 0) return isEndA ? a : b;
		}
		const [low, high] = a < b ? [a, b] : [b, a];
		const at = (mix(mix(op, low), high) & this.memo.length / 4 - 1) * 4;
		if (this.memo[at] === op && this.memo[at + 1] === low && this.memo[at + 2] === high) return this.memo[at + 3];
		const rankA = isEndA ? Infinity : this.ranks[this.variables[a]];
		const rankB = isEndB ? Infinity : this.ranks[this.variables[b]];
		const result = rankA === rankB ? this.both(op, a, b) : rankA < rankB ? this.one(op, a, b) : this.one(op, b, a);
		const place = (mix(mix(op, low), high) & this.memo.length / 4 - 1) * 4;
		this.memo[place] = op;
		this.memo[place + 1] = low;
		this.memo[place + 2] = high;
		this.memo[place + 3] = result;
		return result;
	}
	one(op, upper, other) {
		const starts = [];
		const children = [];
		for (let run = this.first[upper]; run < this.ends[upper]; run++) {
			starts.push(this.runStart[run]);
			children.push(this.apply(op, this.runChild[run], other));
		}
		return this.node(this.variables[upper], starts, children);
	}
	both(op, a, b) {
		const starts = [];
		const children = [];
		let i = this.first[a];
		let j = this.first[b];
		for (let start = 0; start < Infinity;) {
			starts.push(start);
			children.push(this.apply(op, this.runChild[i], this.runChild[j]));
			const nextA = i + 1 < this.ends[a] ? this.runStart[i + 1] : Infinity;
			const nextB = j + 1 < this.ends[b] ? this.runStart[j + 1] : Infinity;
			start = Math.min(nextA, nextB);
			if (nextA === start) i++;
			if (nextB === start) j++;
		}
		return this.node(this.variables[a], starts, children);
	}
	calculate(op, a, b) {
		if (op === OP.add) return a + b;
		const product = a * b;
		return op === OP.multiplyOrNothing && product < this.floor ? 0 : product;
	}
	/** Another function for each end; its variables must come after all of those in `root`. */
	replace(root, by) {
		const known = /* @__PURE__ */ new Map();
		const visit = (at) => {
			if (++this.steps > MOST_STEPS) throw new TooLarge();
			let result = known.get(at);
			if (result !== void 0) return result;
			if (this.variables[at] < 0) result = by(this.values[this.first[at]]);
			else {
				const starts = [];
				const children = [];
				for (let run = this.first[at]; run < this.ends[at]; run++) {
					starts.push(this.runStart[run]);
					children.push(visit(this.runChild[run]));
				}
				result = this.node(this.variables[at], starts, children);
			}
			known.set(at, result);
			return result;
		};
		return visit(root);
	}
};
function mix(hash, value) {
	const mixed = Math.imul(hash ^ value, 2654435761);
	return mixed ^ mixed >>> 15;
}
function doubled(array) {
	const larger = new Int32Array(array.length * 2);
	larger.set(array);
	return larger;
}
// src/analysis/structure/alive.ts
/** How many members of a service stand in no failed domain; 0 where fewer than `fewest` do. */
function countAlive({ domains }, diagram, variables, placement, fewest) {
	const all = placement.length;
	const within = membersWithin(domains, placement);
	const failing = [...within.keys()].filter((domain) => variables.domain(domain) >= 0).sort((a, b) => a - b);
	const ends = failing.map((domain, i) => {
		let end = i + 1;
		while (end < failing.length && isInside(domains, failing[end], domain)) end++;
		return end;
	});
	const known = /* @__PURE__ */ new Map();
	function from(i, lost) {
		if (all - lost < fewest) return diagram.terminal(0);
		if (i === failing.length) return diagram.terminal(all - lost);
		const key = lost * failing.length + i;
		let result = known.get(key);
		if (result === void 0) {
			const domain = failing[i];
			result = diagram.choice(variables.domain(domain), from(i + 1, lost), from(ends[i], lost + within.get(domain)));
			known.set(key, result);
		}
		return result;
	}
	return from(0, 0);
}
/** [domain] members in it and below; of domains that have any. */
function membersWithin(domains, placement) {
	const within = /* @__PURE__ */ new Map();
	const own = /* @__PURE__ */ new Map();
	for (const domain of placement) own.set(domain, (own.get(domain) ?? 0) + 1);
	for (const [domain, members] of own) for (let d = domain; d >= 0; d = domains[d].parent) within.set(d, (within.get(d) ?? 0) + members);
	return within;
}
function isInside(domains, domain, outer) {
	let d = domain;
	while (d > outer) d = domains[d].parent;
	return d === outer;
}
/** The parts that services' own members have in a structure's diagram. */
var OwnShares = class {
	model;
	downBelow;
	diagram;
	variables;
	shares;
	nested;
	nothing;
	/** [service] the shocks that strike it. */
	striking;
	/** @param nested [service] 1: its share counts also where it alone is too little for the entry */
	constructor(model, downBelow, diagram, variables, shares, nested) {
		this.model = model;
		this.downBelow = downBelow;
		this.diagram = diagram;
		this.variables = variables;
		this.shares = shares;
		this.nested = nested;
		this.nothing = diagram.terminal(0);
		const striking = model.services.map(() => []);
		model.shocks.forEach(({ hits }, shock) => {
			for (const service of hits) if (variables.shock(shock) >= 0) striking[service].push(shock);
		});
		this.striking = striking;
	}
	misses(shock) {
		return this.shares === "cuts" ? 0 : 1 - this.model.shocks[shock].probability;
	}
	/** Of a service of which so many members work. */
	shareOf(service, working) {
		const { mode, required, belowRequired } = this.model.services[service];
		const enough = mode === "active-passive" ? 1 : required;
		if (working >= enough) return 1;
		const share = mode === "active-active" && belowRequired === "degraded" ? working / enough : 0;
		return this.nested[service] === 0 && share < this.downBelow ? 0 : share;
	}
	/** Own share of a service of replicas, each down by itself with the given chance. */
	ofReplicas(service, down) {
		const { placement } = this.model.services[service];
		let fewest = 1;
		while (fewest < placement.length && this.shareOf(service, fewest) === 0) fewest++;
		const alive = countAlive(this.model, this.diagram, this.variables, placement, fewest);
		const known = /* @__PURE__ */ new Map();
		const from = (i, missed) => {
			const key = `${i} ${missed}`;
			let result = known.get(key);
			if (result !== void 0) return result;
			if (i === this.striking[service].length) result = this.diagram.replace(alive, (count) => this.ofAlive(service, count, missed, down));
			else {
				const shock = this.striking[service][i];
				const also = missed * this.misses(shock);
				result = this.diagram.choice(this.variables.shock(shock), from(i + 1, missed), also === 0 ? this.nothing : from(i + 1, also));
			}
			known.set(key, result);
			return result;
		};
		return from(0, 1);
	}
	ofAlive(service, alive, missed, down) {
		const share = (lost) => this.diagram.terminal(this.shareOf(service, alive - lost));
		if (alive === 0) return share(0);
		const struck = 1 - missed;
		const chance = down + struck - down * struck;
		if (chance === 0) return share(0);
		const variable = this.shares === "cuts" ? this.variables.some(service, down) : this.variables.lost(service, alive, missed, chance);
		const most = this.shares === "cuts" ? Math.min(3, alive) : alive;
		const starts = [0];
		const children = [share(0)];
		const { mode, required } = this.model.services[service];
		for (let lost = Math.max(1, alive - (mode === "active-passive" ? 1 : required) + 1); lost <= most; lost++) {
			starts.push(lost);
			children.push(share(lost));
			if (children[children.length - 1] === this.nothing) break;
		}
		return this.diagram.node(variable, starts, children);
	}
	/** 1 where nothing strikes the site itself: no domain around it, and no shock. */
	strike(service, site) {
		let free = this.diagram.terminal(1);
		for (let d = this.model.services[service].placement[site]; d >= 0; d = this.model.domains[d].parent) {
			const variable = this.variables.domain(d);
			if (variable >= 0) free = this.diagram.choice(variable, free, this.nothing);
		}
		for (const shock of [...this.striking[service]].reverse()) {
			const variable = this.variables.shock(shock);
			free = this.diagram.choice(variable, free, this.misses(shock) === 0 ? this.nothing : this.diagram.choice(this.variables.coin(shock, service, site), free, this.nothing));
		}
		return free;
	}
};
// src/analysis/structure/function.ts
/**
* The entry's structure function, by the compiled answer code: services' own shares (k of n over what is up once all
* failovers are done) multiply, wanted services as f + (1 − f) × their answer, and the entry is down where the result
* is below 1 − sla.error-rate. Products below that are cut off at once, as nothing brings them up again.
*/
function structureFunction(model, bare, diagram, variables, shares) {
	const { downBelow } = bare.program;
	const own = new OwnShares(model, downBelow, diagram, variables, shares, nestedServices(model, bare));
	const answers = new Answers(model, bare.program, diagram, own);
	return {
		down: diagram.replace(answers.answer(model.entry), (value) => diagram.terminal(value < downBelow ? 1 : 0)),
		sitesDegrade: answers.sitesDegrade
	};
}
/** What services answer; each is worked out once. */
var Answers = class {
	model;
	program;
	diagram;
	own;
	sitesDegrade = false;
	one;
	known = /* @__PURE__ */ new Map();
	works = /* @__PURE__ */ new Map();
	constructor(model, program, diagram, own) {
		this.model = model;
		this.program = program;
		this.diagram = diagram;
		this.own = own;
		this.one = diagram.terminal(1);
	}
	answer(service) {
		const { answerOffsets, answerCode, answerFactorOffsets, answerFactors } = this.program;
		let factor = answerFactorOffsets[service];
		const saved = [];
		let product = this.one;
		for (let i = answerOffsets[service]; i < answerOffsets[service + 1]; i++) {
			const code = answerCode[i];
			if (code >= 0) product = this.times(saved.length, product, this.ownShare(code));
			else if (code === ANSWER.push) {
				saved.push(product);
				product = this.one;
			} else {
				const without = answerFactors[factor++];
				const wanted = this.diagram.replace(product, (value) => this.diagram.terminal(without + (1 - without) * value));
				product = this.times(saved.length - 1, saved.pop(), wanted);
			}
		}
		return product;
	}
	times(depth, a, b) {
		return depth === 0 ? this.diagram.multiplyOrNothing(a, b) : this.diagram.multiply(a, b);
	}
	ownShare(service) {
		let share = this.known.get(service);
		if (share === void 0) {
			const { sites, placement } = this.model.services[service];
			if (placement.length === 0) share = this.one;
			else if (sites === null) share = this.ofMembers(service);
			else share = this.ofSites(service, sites);
			this.known.set(service, share);
		}
		return share;
	}
	ofMembers(service) {
		const { component } = this.model.services[service];
		return this.own.ofReplicas(service, component < 0 ? 0 : together(this.model.components[component].failures));
	}
	ofSites(service, sites) {
		let working = this.diagram.terminal(0);
		sites.forEach((copy, site) => {
			working = this.diagram.add(working, this.diagram.multiply(this.isWorking(service, copy), this.own.strike(service, site)));
		});
		return this.diagram.replace(working, (count) => this.diagram.terminal(this.own.shareOf(service, count)));
	}
	isWorking(service, copy) {
		let site = this.works.get(copy);
		if (site === void 0) {
			let mayDegrade = false;
			const isUp = this.diagram.replace(this.answer(copy), (value) => {
				if (value >= this.program.downBelow && value < 1) mayDegrade = true;
				return this.diagram.terminal(value < this.program.downBelow ? 0 : 1);
			});
			this.works.set(copy, site = {
				isUp,
				mayDegrade
			});
		}
		if (site.mayDegrade && this.model.services[service].mode !== "quorum") this.sitesDegrade = true;
		return site.isUp;
	}
};
/** [service] 1: somebody only wants it, so that what it answers below the error rate counts as well. */
function nestedServices({ services }, { program, judged }) {
	const nested = new Uint8Array(services.length);
	for (const answer of judged) {
		let depth = 0;
		for (let i = program.answerOffsets[answer]; i < program.answerOffsets[answer + 1]; i++) {
			const code = program.answerCode[i];
			if (code === ANSWER.push) depth++;
			else if (code === ANSWER.want) depth--;
			else if (depth > 0) nested[code] = 1;
		}
	}
	return nested;
}
// src/analysis/structure/order.ts
/**
* Shocks first, for they strike anywhere; then the domains in preorder, each service's members right after the last
* domain that holds any of them, so that what a domain took is forgotten as soon as can be. Services the other way
* round than the entry's answer names them: what is multiplied later then stands above the product so far, and that is
* done at once.
*/
function levelsOf({ shocks, domains, services }, { program, judged }) {
	const named = /* @__PURE__ */ new Set();
	for (const answer of judged) for (let i = program.answerOffsets[answer]; i < program.answerOffsets[answer + 1]; i++) if (program.answerCode[i] >= 0) named.add(program.answerCode[i]);
	const after = /* @__PURE__ */ new Map();
	for (const service of named) {
		const last = services[service].placement.reduce((most, domain) => Math.max(most, domain), -1);
		const row = after.get(last);
		if (row === void 0) after.set(last, [service]);
		else row.push(service);
	}
	let next = shocks.length;
	const domain = [];
	const service = services.map(() => -1);
	const place = (row = []) => [...row].reverse().forEach((each) => service[each] = next++);
	place(after.get(-1));
	domains.forEach((_, index) => {
		domain.push(next++);
		place(after.get(index));
	});
	return {
		shock: shocks.map((_, i) => i),
		domain,
		service
	};
}
/** [domain] the share of time in which it is down by itself. */
function domainsDown({ domains }) {
	return domains.map(({ failures }) => together(failures));
}
// src/analysis/structure/variables.ts
function createVariables(model, bare, diagram) {
	const levels = levelsOf(model, bare);
	const down = {
		domain: domainsDown(model),
		shock: model.shocks.map((shock) => together([shock]))
	};
	const meanings = [];
	const known = /* @__PURE__ */ new Map();
	function find(key, level, meaning) {
		let variable = known.get(key);
		if (variable === void 0) {
			variable = diagram.addVariable(level);
			meanings.push(meaning());
			known.set(key, variable);
		}
		return variable;
	}
	const single = (kind, index) => down[kind][index] > 0 ? find(`${kind} ${index}`, levels[kind][index], () => ({
		kind,
		index,
		down: down[kind][index]
	})) : -1;
	return {
		meanings,
		domain: (index) => single("domain", index),
		shock: (index) => single("shock", index),
		coin: (shock, service, site) => find(`coin ${shock} ${service} ${site}`, levels.shock[shock], () => ({
			kind: "coin",
			index: shock,
			down: model.shocks[shock].probability
		})),
		lost: (service, alive, missed, chance) => find(`lost ${service} ${alive} ${missed}`, levels.service[service], () => ({
			kind: "lost",
			index: service,
			alive,
			missed,
			down: chance
		})),
		some: (service, chance) => find(`some ${service}`, levels.service[service], () => ({
			kind: "some",
			index: service,
			down: chance
		}))
	};
}
// src/analysis/theorems.ts
/**
* Every feature that has been thought about where it is not named. What it does there is in the file of the analysis.
*/
const CLOCKS = [
	"failures",
	"data: lost",
	"placement",
	"restart",
	"shocks",
	"warm-up",
	"experiments"
];
const MODES = [
	"active-active",
	"health-check",
	"active-passive",
	"failback",
	"false-positive",
	"quorum"
];
const REST = [
	"replication",
	"backup",
	"needs",
	"wants",
	"sites"
];
const ALL = [
	...CLOCKS,
	...MODES,
	...REST
];
/**
* What rests on a theorem, and the features of the language that it was proved for; any other is refused by name. That
* a feature is listed does not mean that there is a value for every model with it: `exact/independence-*.ts` and the
* Markov chain look at each and say themselves what stands against them.
*/
const THEOREMS = {
	/** Replicas that fail independently of each other, and nothing that takes time. */
	"bare arithmetic": ALL,
	/** Renewal theory for independent clocks. */
	"exact value by independence": ALL,
	/** A chain whose states are lived through in rules of their own. */
	"exact value by a Markov chain": ALL,
	/** Coherent structure: what is down once all failovers are done. */
	"cut sets and importance": ALL,
	/** The longest outage that a run may have missed follows from clocks, delays and the structure. */
	"a bound on the outage that was not seen": ALL,
	/** No repair takes longer than the slowest of the model's clocks: how much one more event can change a figure. */
	"slowest repair": ALL,
	/** Nothing loses a write but what replicates, is restored or destroys. */
	"no loss of data": ALL,
	/** Copies that no failure destroys, and backups that surely restore. */
	"no loss of data for good": ALL,
	/** A history that begins in the steady state. */
	"steady start": STEADY_START,
	/** Controls with the mean zero: Wald's equation, renewal theory, compensators. */
	"chance taken out of differences": ALL
};
/** Why it does not hold for the model, as a clause; null: it does. */
function refusedBy(model, theorem) {
	return refusal(model, THEOREMS[theorem]);
}
// src/analysis/structure/solve.ts
const known$2 = /* @__PURE__ */ new WeakMap();
/** null: the structure is too large for a diagram, or was not proved to say it all (`refusedBy`). */
function solve$1(model) {
	let solved = known$2.get(model);
	if (solved === void 0) known$2.set(model, solved = calculate$1(model));
	return solved;
}
function calculate$1(model) {
	return refusedBy(model, "cut sets and importance") === null ? orNull(() => attempt(model)) : null;
}
function attempt(model) {
	const bare = bareProgram(model);
	const diagram = new Diagram(bare.program.downBelow);
	const variables = createVariables(model, bare, diagram);
	const { down, sitesDegrade } = structureFunction(model, bare, diagram, variables, "chances");
	return {
		bare,
		diagram,
		variables,
		down,
		chances: chancesOf(diagram, variables.meanings, down),
		sitesDegrade
	};
}
/** null where it gets too large. */
function orNull(action) {
	try {
		return action();
	} catch (error) {
		if (error instanceof TooLarge) return null;
		throw error;
	}
}
// src/analysis/structure/importance.ts
/** [variable] the chance that it is the one on which all depends (Birnbaum 1969), of those that are 0 or 1. */
function criticalOf({ diagram, variables, chances }) {
	const birnbaum = new Float64Array(variables.meanings.length);
	const reached = chances.reach();
	chances.nodes.forEach((node, place) => {
		const variable = diagram.variableOf(node);
		if (variable < 0) return;
		const first = diagram.firstRun(node);
		birnbaum[variable] += reached[place] * (chances.below[chances.childPlace(first + 1)] - chances.below[chances.childPlace(first)]);
	});
	return birnbaum;
}
/** [service] Birnbaum importance of one member, where so many that are alive count in full. */
function byService({ diagram, variables, chances, bare }, reached, weigh) {
	const sums = new Float64Array(bare.matters.length);
	chances.nodes.forEach((node, place) => {
		const variable = diagram.variableOf(node);
		const meaning = variable < 0 ? null : variables.meanings[variable];
		if (meaning === null || meaning.kind !== "lost" || reached[place] === 0) return;
		sums[meaning.index] += reached[place] * meaning.missed * weigh(meaning.alive, meaning.index) * chances.steepness(place);
	});
	return sums;
}
// src/analysis/structure/frequency.ts
/**
* How often the entry goes down where all clocks are independent: each failure counts by the chance that it finds the
* entry up and takes it down, Σ ν × Birnbaum importance, with ν = 1 / (MTBF + MTTR) whatever the distributions (Vesely
* 1970; Barlow & Proschan 1975, ch. 7). What is over in no time takes nothing down.
* @returns per second
*/
function failuresPerSecond(model, solved) {
	const { variables, chances, bare } = solved;
	let sum = 0;
	criticalOf(solved).forEach((critical, variable) => {
		const { kind, index } = variables.meanings[variable];
		if (kind === "domain") sum += critical * goesDownPerSecond(model.domains[index].failures);
		else if (kind === "shock") sum += critical * goesDownPerSecond([model.shocks[index]]);
	});
	const members = byService(solved, chances.reach(), (alive) => alive);
	model.services.forEach(({ component }, service) => {
		if (component < 0 || bare.matters[service] === 0 || members[service] === 0) return;
		sum += members[service] * goesDownPerSecond(model.components[component].failures);
	});
	return sum;
}
/** How often something goes down that is down while any of its modes is, per second. */
function goesDownPerSecond(modes) {
	let sum = 0;
	modes.forEach((mode, i) => {
		if (mean(mode.down) === 0) return;
		let others = 1;
		modes.forEach((other, j) => {
			if (j !== i) others *= 1 - unavailability(other.up, other.down);
		});
		sum += others / (mean(mode.up) + mean(mode.down));
	});
	return sum;
}
// src/analysis/exact/independence-data.ts
const known$1 = /* @__PURE__ */ new WeakMap();
/** What a service does about its data that keeps it down longer than its members are. */
function dataObstacles(model, index) {
	const destroys = someDestroys(model);
	if (!destroys && model.services.every(({ backup }) => backup === null)) return [];
	let data = known$1.get(model);
	if (data === void 0) known$1.set(model, data = mapOf(model));
	const { name, mode, placement, sites } = model.services[index];
	const restores = (reason) => [{
		reason,
		seconds: Infinity
	}];
	if (data.standbysEmpty[index] && placement.length > 1) return restores(`a standby of ${name} is restored from a backup before it takes over`);
	if (!destroys || !data.holdsData[index] || !canBeDestroyed(model, index)) return [];
	if (data.restore.offsets[index + 1] > data.restore.offsets[index]) return restores(`${name} is down while its data are restored after a failure that destroys them`);
	if (sites !== null || data.dataSite[index] >= 0 || mode === "active-passive" && placement.length > 1) return restores(`${name} has members that a failure leaves without data, and they wait for those that have them`);
	return [];
}
const loses = ({ losesData }) => losesData;
function someDestroys({ domains, components, shocks }) {
	return [...domains, ...components].some(({ failures }) => failures.some(loses)) || shocks.some(loses);
}
function mapOf(model) {
	const firstMember = [0];
	model.services.forEach(({ placement }, i) => firstMember.push(firstMember[i] + placement.length));
	return mapData(model, mapSites(model, firstMember), firstMember, losers(model));
}
/** A failure that destroys data can strike a member; of a site, whatever stands in it counts. */
function canBeDestroyed({ services, domains, components, shocks }, index) {
	const { component, placement, sites } = services[index];
	if (sites !== null) return true;
	if (component >= 0 && components[component].failures.some(loses)) return true;
	if (shocks.some((shock) => shock.losesData && shock.probability > 0 && shock.hits.includes(index))) return true;
	return placement.some((domain) => {
		for (let d = domain; d >= 0; d = domains[d].parent) if (domains[d].failures.some(loses)) return true;
		return false;
	});
}
// src/analysis/sites.ts
/** What a service depends on, directly or not, itself and the copies in its sites included. */
function reachOf(services, root) {
	const seen = /* @__PURE__ */ new Set([root]);
	for (const index of seen) {
		const { needs, wants, sites } = services[index];
		for (const need of needs) seen.add(need);
		for (const want of wants) seen.add(want.service);
		for (const copy of sites ?? []) seen.add(copy);
	}
	return seen;
}
// src/analysis/exact/independence-losses.ts
function lossesOf({ services, components, domains, shocks }) {
	const isDark = [];
	for (const { parent, failures } of domains) isDark.push(failures.length > 0 || parent >= 0 && isDark[parent]);
	const struck = new Set(shocks.flatMap(({ hits, probability }) => probability > 0 ? hits : []));
	const canGoDark = (service) => services[service].placement.some((domain) => domain >= 0 && isDark[domain]);
	const failsItself = (service) => services[service].component >= 0 && services[service].placement.length > 0 && components[services[service].component].failures.length > 0;
	const isHit = (service) => failsItself(service) || canGoDark(service) || struck.has(service);
	return {
		canGoDark,
		canLose: (service) => isHit(service) || (services[service].sites ?? []).some((copy) => [...reachOf(services, copy)].some(isHit))
	};
}
/** An obstacle where one of a service's times is there, and any: in the list's words of what it takes so long to do. */
function takesFor(service, path) {
	const time = timeAt(service, path);
	return time === null ? [] : takes(service, time, SERVICE_TIMES[path].toDo ?? "");
}
/** An obstacle where that takes any time. */
function takes({ name }, time, what) {
	if (isConstantZero(time)) return [];
	const seconds = mean(time);
	return [{
		reason: `${name} takes ${formatDuration(seconds)}${isConstant(time) ? "" : " on average"} ${what}`,
		seconds
	}];
}
// src/analysis/exact/independence-rotation.ts
/** How a health check delays what an active-active service makes of its members. */
function rotationObstacles(service) {
	const { mode, healthCheck: check, placement, required, belowRequired, retry } = service;
	if (mode !== "active-active" || check === null) return [];
	const removal = retry || required === placement.length && belowRequired === "down" ? [] : checkTakes(service, check, check.unhealthyThreshold, check.timeoutSeconds, "to notice that a member is gone");
	const slowStart = isConstantZero(check.slowStart) ? 0 : mean(check.slowStart);
	return [...removal, ...checkTakes(service, check, check.healthyThreshold, slowStart, "to take a member back that works again")];
}
/** A check's verdict comes after U(0, interval), the checks beyond the first, and what else there is. */
function checkTakes({ name }, { intervalSeconds }, threshold, moreSeconds, what) {
	const seconds = (threshold - .5) * intervalSeconds + moreSeconds;
	return seconds === 0 ? [] : [{
		reason: `${name} takes ${formatDuration(seconds)} on average ${what}`,
		seconds
	}];
}
// src/analysis/exact/independence-failover.ts
/** What an active-passive service or a quorum does beside serving with whoever is up. */
function failoverObstacles(service, canLose) {
	if (service.mode === "quorum") return canLose ? takesFor(service, "elect") : [];
	const { name, replication, failover, placement } = service;
	if (failover === null) return [];
	const strict = replication?.mode === "sync" && replication.strict ? [{
		reason: `${name} stops while it has no replica to write to`,
		seconds: 0
	}] : [];
	if (placement.length === 1) return strict;
	const moves = canLose || failover.falsePositive !== null ? moving(service, failover) : [];
	return [
		...strict,
		...moves,
		...canLose ? [...noticing(service, failover), ...remembering(service)] : []
	];
}
function noticing(service, { detect }) {
	return [...detect === null ? checked(service, SERVICE_TIMES["failover.detect"].toDo ?? "") : takesFor(service, "failover.detect"), ...takesFor(service, "failover.decide")];
}
function checked(service, what) {
	const { healthCheck: check } = service;
	return check === null ? [] : checkTakes(service, check, check.unhealthyThreshold, check.timeoutSeconds, what);
}
function moving(service, { redirect, success, retry }) {
	const { name } = service;
	const fails = `a promotion in ${name} fails with a chance of ${formatPercent(1 - success)}`;
	return [
		...takesFor(service, "failover.promote"),
		...redirect.kind === "delay" ? takesFor(service, "failover.redirect.delay") : untilAsked(name, redirect.ttlSeconds),
		...success < 1 ? [{
			reason: fails,
			seconds: takes(service, retry, "")[0]?.seconds ?? 0
		}] : [],
		...takesFor(service, "failover.failback.takes")
	];
}
/** Whoever has asked for the address asks again only when its time to live is over. */
function untilAsked(name, seconds) {
	const { toDo } = SERVICE_TIMES["failover.redirect.ttlSeconds"];
	return seconds > 0 ? [{
		reason: `${name} takes up to ${formatDuration(seconds)} ${toDo}`,
		seconds
	}] : [];
}
/** Who may be promoted depends on what has been. */
function remembering(service) {
	const { name, replication } = service;
	const behind = (seconds) => `a standby of ${name} that is behind by more than ${formatDuration(seconds)}`;
	const remembers = (reason) => ({
		reason,
		seconds: 0
	});
	return [
		...takesFor(service, "failover.rebuild"),
		...replication?.mode === "sync" ? [remembers(`a standby of ${name} that has missed synchronous writes is not promoted before it has caught up`)] : [],
		...replication !== null && replication.mode !== "sync" && replication.maxLagSeconds < Infinity ? [remembers(`${behind(replication.maxLagSeconds)} is not promoted`)] : []
	];
}
// src/analysis/exact/independence.ts
/**
* The entry's long-run availability where all clocks are independent of each other and nothing but they decides what is
* up: then each is down for its share MTTR / (MTBF + MTTR) of the time whatever its distributions (renewal theory; Cox
* 1962), and the rest is the structure's. Otherwise one sentence that names what stands against it: the longest of the
* delays, or else what makes the present depend on the past.
*/
function independentAvailability(model) {
	const refused = refusedBy(model, "exact value by independence");
	if (refused !== null) return { reason: refused };
	const { matters } = bareProgram(model);
	const obstacles = [];
	const losses = lossesOf(model);
	model.services.forEach((service, index) => {
		if (matters[index] === 0 || service.placement.length === 0) return;
		obstacles.push(...dataObstacles(model, index), ...failoverObstacles(service, losses.canLose(index)));
		if (losses.canLose(index)) obstacles.push(...rotationObstacles(service));
		if (losses.canGoDark(index) && service.component >= 0) obstacles.push(...takes(service, model.components[service.component].restart, "to restart when its domain is back"));
	});
	const [first] = obstacles.sort((a, b) => b.seconds - a.seconds);
	if (first !== void 0) return { reason: first.reason };
	if (model.simulation.warmUpSeconds === 0) return { reason: "its history begins on the day of commissioning (`warm-up: 0 s`), not in the long run" };
	const solved = solve$1(model);
	if (solved === null) return { reason: "the structure is too large to go through all that can be down at a time" };
	if (solved.sitesDegrade) return { reason: "a site that works may answer some of its requests only, and how many depends on which site serves" };
	return {
		value: 1 - solved.chances.total,
		down: solved.chances.total,
		failsPerSecond: failuresPerSecond(model, solved)
	};
}
// src/analysis/exact/markov-answers.ts
/**
* How a service's answer follows from own shares: it and all that it needs multiply, each once; a wanted service
* multiplies by f + (1 − f) × its answer, in which what the whole needs already does not count again.
*/
function answerOf(services, root, counted = /* @__PURE__ */ new Set()) {
	const owns = [];
	const seen = new Set(counted);
	const queue = seen.has(root) ? [] : [root];
	seen.add(root);
	for (const service of queue) {
		owns.push(service);
		for (const need of services[service].needs) {
			if (seen.has(need)) continue;
			seen.add(need);
			queue.push(need);
		}
	}
	return {
		owns,
		wants: owns.flatMap((service) => services[service].wants.filter((want) => !seen.has(want.service)).map((want) => ({
			without: want.without,
			answer: answerOf(services, want.service, seen)
		})))
	};
}
/** Every service whose own share is in it. */
function involved({ owns, wants }) {
	return [...owns, ...wants.flatMap(({ answer }) => involved(answer))];
}
/** The same over other indices. */
function renumbered({ owns, wants }, index) {
	return {
		owns: owns.map((own) => index.get(own)),
		wants: wants.map(({ without, answer }) => ({
			without,
			answer: renumbered(answer, index)
		}))
	};
}
/** @param share [service] own shares */
function evaluate({ owns, wants }, share) {
	let product = 1;
	for (const own of owns) product *= share[own];
	for (const { without, answer } of wants) product *= without + (1 - without) * evaluate(answer, share);
	return product;
}
// src/analysis/exact/markov-layout.ts
/** Beside its failures: it restarts since its domains are back; it works and is not yet taken back into rotation. */
const MEMBER = {
	restarts: 32768,
	returns: 16384,
	most: 14
};
/** Of a member of an active-passive service, and of a site. */
const FLAG = {
	connected: 1,
	stale: 2,
	rebuilds: 4,
	missed: 8,
	hasData: 16,
	hasLost: 32,
	siteHeld: 64
};
/** A service's own cells. Members by their number in the system plus one; 0: none. */
const OWN = {
	stage: 0,
	bits: 1,
	active: 2,
	target: 3,
	holder: 4,
	width: 5
};
const QUORUM_CELLS = 2;
function layOut(system) {
	const { services, members, domains, shocks } = system;
	let width = 0;
	const shock = shocks.map(() => width++);
	const service = services.map(({ mode }) => {
		const at = width;
		const cells = mode === "active-passive" ? OWN.width : mode === "quorum" ? QUORUM_CELLS : 0;
		width += cells;
		return cells === 0 ? -1 : at;
	});
	const domain = domains.map(() => -1);
	const fill = () => members.map(() => -1);
	const [member, struck, flags, twin, block, blockWidth] = [
		fill(),
		fill(),
		fill(),
		fill(),
		fill(),
		fill().fill(0)
	];
	const sorts = [];
	const isAlike = (index) => services[index].mode === "active-active" && !services[index].isOnSites;
	const children = /* @__PURE__ */ new Map();
	domains.forEach(({ parent }, i) => children.set(parent, [...children.get(parent) ?? [], i]));
	const inside = /* @__PURE__ */ new Map();
	members.forEach((each, i) => inside.set(each.domain, [...inside.get(each.domain) ?? [], i]));
	/** What it holds, as text; null: something in it is like nothing else. */
	function signature(index) {
		const own = inside.get(index) ?? [];
		if (own.some((i) => !isAlike(members[i].service))) return null;
		const below = (children.get(index) ?? []).map(signature);
		if (below.includes(null)) return null;
		return JSON.stringify([
			domains[index].modes.map(modeText),
			own.map((i) => members[i].service),
			below.sort()
		]);
	}
	function place(index) {
		if (index >= 0) domain[index] = width++;
		const own = inside.get(index) ?? [];
		for (let i = 0; i < own.length;) {
			const first = own[i];
			const at = width;
			let count = 0;
			for (; i < own.length && members[own[i]].service === members[first].service; i++, count++) {
				placeMember(own[i]);
				if (count > 0 && isAlike(members[first].service)) twin[own[i]] = own[i - 1];
			}
			if (count > 1 && isAlike(members[first].service)) sorts.push({
				at,
				width: (width - at) / count,
				count
			});
		}
		const below = (children.get(index) ?? []).map((child) => ({
			child,
			text: signature(child) ?? ""
		}));
		below.sort((a, b) => a.text < b.text ? -1 : a.text > b.text ? 1 : a.child - b.child);
		for (let i = 0; i < below.length;) {
			const at = width;
			const { text } = below[i];
			let count = 0;
			for (; i < below.length && below[i].text === text && (count === 0 || text !== ""); i++, count++) place(below[i].child);
			if (count > 1) sorts.push({
				at,
				width: (width - at) / count,
				count
			});
		}
	}
	function placeMember(index) {
		const of = services[members[index].service];
		block[index] = width;
		member[index] = width++;
		if (members[index].shocks.length > 0) struck[index] = width++;
		if (of.mode === "active-passive" || of.isOnSites) flags[index] = width++;
		blockWidth[index] = width - block[index];
	}
	place(-1);
	return {
		width,
		shock,
		domain,
		service,
		member,
		struck,
		flags,
		sorts,
		twin,
		block,
		blockWidth
	};
}
function modeText({ failsPerSecond, repairsPerSecond, losesData }) {
	return [
		failsPerSecond,
		repairsPerSecond,
		losesData
	];
}
/** Puts blocks that are alike into ascending order. */
function sortBlocks(cells, { sorts }) {
	for (const { at, width, count } of sorts) for (let i = 1; i < count; i++) for (let j = i; j > 0 && swapsWithPrevious(cells, at + j * width, width); j--);
}
function swapsWithPrevious(cells, at, width) {
	for (let i = at; i < at + width; i++) {
		const [before, own] = [cells[i - width], cells[i]];
		if (before === own) continue;
		if (before < own) return false;
		for (let k = at; k < at + width; k++) {
			const kept = cells[k - width];
			cells[k - width] = cells[k];
			cells[k] = kept;
		}
		return true;
	}
	return false;
}
// src/analysis/exact/markov-rates.ts
/** A count for people: `10,000`. */
function grouped(count) {
	return count.toString().replace(/\B(?=(\d{3})+$)/g, ",");
}
/** What in the model is no chain, said as a clause. */
var NotMarkov = class extends Error {};
/**
* A time as a rate per second; Infinity: it takes none.
* @param what `db's failover.detect`
* @throws NotMarkov
*/
function perSecond(what, time) {
	if (time.kind === "exponential") return 1 / time.mean;
	if ((time.kind === "weibull" || time.kind === "gamma") && time.shape === 1) return 1 / time.mean;
	if (time.kind === "constant" && time.value === 0) return Infinity;
	throw new NotMarkov(`${what} is ${time.kind}, not exponential`);
}
/** @param matters false: nobody cares for the data that it destroys */
function modeRates(name, mode, matters) {
	const failsPerSecond = perSecond(`${name}'s mtbf`, mode.up);
	const repairsPerSecond = perSecond(`${name}'s mttr`, mode.down);
	if (repairsPerSecond === Infinity) throw new NotMarkov(`${name} is over in no time`);
	return {
		failsPerSecond,
		repairsPerSecond,
		losesData: mode.losesData && matters
	};
}
/** One of a service's times as a rate; Infinity: it takes none, or is not there. @throws NotMarkov */
function rateOf(service, path) {
	const { name, written, counts } = SERVICE_TIMES[path];
	const time = timeAt(service, path);
	if (time === null || counts?.(service) === false) return Infinity;
	return perSecond(`${service.name}'s ${name ?? written}`, time);
}
/** @throws NotMarkov for a time of the service that is no rate, where it takes any, and for a limit of one */
function refuseOtherTimes(service) {
	for (const [path, { chain, input }] of timesOf(service)) {
		if (chain === null || chain === "rate") continue;
		if (input === null || !isConstantZero(timeAt(service, path))) throw new NotMarkov(`${service.name}'s ${chain}`);
	}
}
/** @param canLoseData some failure destroys copies of its data */
function failoverRates(service, canLoseData) {
	const { replication } = service;
	const failover = service.failover;
	const { failback } = failover;
	const rate = (path) => rateOf(service, path);
	return {
		detectsPerSecond: rate("failover.detect"),
		decidesPerSecond: rate("failover.decide"),
		promotesPerSecond: rate("failover.promote"),
		redirectsPerSecond: rate("failover.redirect.delay"),
		retriesPerSecond: rate("failover.retry"),
		rebuildsPerSecond: rate("failover.rebuild"),
		success: failover.success,
		failback: failback === null ? null : {
			afterPerSecond: rate("failover.failback.after"),
			takesPerSecond: failback.takes === null ? null : rate("failover.failback.takes")
		},
		needlessPerSecond: failover.falsePositive === null ? 0 : rate("failover.falsePositive"),
		replication: replication === null ? "none" : replication.mode,
		isStrict: replication?.mode === "sync" && replication.strict,
		canLoseData
	};
}
/** Failures that destroy the data of a service: those that strike its members, or all that stands in a domain. */
function canLoseData(model, index) {
	const { component, placement, data } = model.services[index];
	if (component >= 0 && model.components[component].failures.some((mode) => mode.losesData)) return true;
	if (model.shocks.some((shock) => shock.losesData && shock.probability > 0 && shock.hits.includes(index))) return true;
	if (data === null && model.services.some((service) => service.data !== null)) return false;
	return placement.some((domain) => {
		for (let d = domain; d >= 0; d = model.domains[d].parent) if (model.domains[d].failures.some((mode) => mode.losesData)) return true;
		return false;
	});
}
// src/analysis/exact/markov-scope.ts
/** One part in 10¹² less, for the rounding of products. */
function downBelow(model) {
	return 1 - model.sla.errorRate - 1e-12;
}
/** Beyond this no chain is built, and no tree of answers either: what is wanted may fork and meet again. */
const MOST_SERVICES = 64;
const MOST_WANTS = 12;
/** null: too many services. */
function scopeOf(model) {
	const { services } = model;
	const reached = reach(services, model.entry);
	if (reached.size > MOST_SERVICES || [...reached].reduce((sum, s) => sum + services[s].wants.length, 0) > MOST_WANTS) return null;
	const whole = answerOf(services, model.entry);
	const needed = within(services, {
		owns: whole.owns,
		wants: []
	});
	const isWhole = [...needed.services].every((service) => isWholeByItself(services[service]));
	const isHarmless = whole.wants.reduce((share, { without }) => share * without, 1) >= downBelow(model);
	const isAllOrNothing = isWhole && !needed.copiesWant && isHarmless;
	return {
		entry: isAllOrNothing ? {
			owns: whole.owns,
			wants: []
		} : whole,
		services: [...isAllOrNothing ? needed.services : within(services, whole).services].sort((a, b) => a - b),
		isAllOrNothing
	};
}
/** The services that it needs or wants, directly or not, those in sites included. */
function reach(services, root) {
	const seen = /* @__PURE__ */ new Set([root]);
	for (const index of seen) {
		if (seen.size > MOST_SERVICES) break;
		const { needs, wants, sites } = services[index];
		for (const other of [
			...needs,
			...wants.map((want) => want.service),
			...sites ?? []
		]) seen.add(other);
	}
	return seen;
}
function within(services, answer) {
	const seen = new Set(involved(answer));
	let copiesWant = false;
	for (const index of seen) for (const copy of services[index].sites ?? []) {
		const inside = answerOf(services, copy);
		copiesWant ||= inside.wants.length > 0;
		for (const service of involved(inside)) seen.add(service);
	}
	return {
		services: seen,
		copiesWant
	};
}
function isWholeByItself({ mode, belowRequired, required }) {
	return mode !== "active-active" || belowRequired === "down" || required === 1;
}
// src/analysis/exact/markov-model.ts
const MOST_MEMBERS = 128;
const MOST_SHOCKS = 16;
/**
* What of the model matters, as rates.
* @throws NotMarkov where a time that matters is not exponential, or something else asks for how long a state has
* lasted
*/
function describeSystem(model, scope) {
	const { services } = model;
	const memberCount = scope.services.reduce((sum, s) => sum + services[s].placement.length, 0);
	if (memberCount > MOST_MEMBERS) throw new NotMarkov(`it has ${grouped(memberCount)} members, too many for a chain`);
	const index = new Map(scope.services.map((s, i) => [s, i]));
	refuseRestores(model, scope);
	const firstOf = /* @__PURE__ */ new Map();
	let members = 0;
	for (const s of scope.services) {
		firstOf.set(s, members);
		members += services[s].placement.length;
	}
	const shocks = describeShocks(model, scope, firstOf);
	const domains = describeDomains(model, scope);
	return {
		services: scope.services.map((s) => describeService(model, s, firstOf.get(s), index)),
		members: scope.services.flatMap((s) => describeMembers(model, s, index, firstOf.get(s), domains.innermost, shocks)),
		domains: domains.list,
		shocks,
		entry: renumbered(scope.entry, index),
		downBelow: downBelow(model),
		onSites: innerFirst(model, scope).map((s) => index.get(s)),
		counted: index.get(model.entry) ?? -1
	};
}
function describeService(model, s, first, index) {
	const service = model.services[s];
	const { placement, required, belowRequired, sites } = service;
	const end = first + placement.length;
	const isEmpty = placement.length === 0;
	const mode = modeOf(service);
	const isCopy = model.services.some((other, i) => index.has(i) && other.sites?.includes(s) === true);
	const losesData = mode === "active-passive" && canLoseData(model, s);
	if (losesData && service.replication !== null && placement.length > 2) throw new NotMarkov(`which copy of ${service.name}'s data is the newest depends on how long each was away`);
	if (!isEmpty && mode === service.mode) refuseOtherTimes(service);
	return {
		mode: isEmpty ? "none" : mode,
		first,
		end,
		required,
		degrades: service.mode === "active-active" && belowRequired === "degraded",
		returnsPerSecond: isEmpty ? Infinity : rateOf(service, "healthCheck.slowStart"),
		electsPerSecond: !isEmpty && mode === "quorum" ? rateOf(service, "elect") : Infinity,
		failover: !isEmpty && mode === "active-passive" ? failoverRates(service, losesData) : null,
		isOnSites: sites !== null,
		answer: isCopy ? renumbered(answerOf(model.services, s), index) : {
			owns: [],
			wants: []
		},
		needs: isEmpty || mode !== "active-passive" ? [] : service.needs.map((need) => renumbered(withoutUnknown(answerOf(model.services, need), index), index))
	};
}
/** Without what is wanted and does not matter: lacking it takes nothing down. */
function withoutUnknown({ owns, wants }, index) {
	return {
		owns,
		wants: wants.filter(({ answer }) => answer.owns.every((own) => index.has(own))).map(({ without, answer }) => ({
			without,
			answer: withoutUnknown(answer, index)
		}))
	};
}
/** Nobody stands by for a single member, and without elections a leader is as good as another: they are rotations. */
function modeOf({ mode, placement, replication, sites, elect }) {
	if (mode === "active-passive" && placement.length === 1 && !(replication?.mode === "sync" && replication.strict)) return "active-active";
	if (mode === "quorum" && sites === null && elect.kind === "constant" && elect.value === 0) return "active-active";
	return mode;
}
function describeMembers(model, s, index, first, innermost, shocks) {
	const { name, component, placement, sites } = model.services[s];
	const mode = modeOf(model.services[s]);
	const kind = component < 0 ? null : model.components[component];
	const failures = (kind?.failures ?? []).filter(({ down }) => mode !== "active-active" || down.kind !== "constant" || down.value > 0);
	if (failures.length > MEMBER.most) throw new NotMarkov(`${name} fails in ${failures.length} ways, too many for a chain`);
	const modes = failures.map((failure) => modeRates(`${name}/${failure.name}`, failure, mode === "active-passive"));
	return placement.map((domain, replica) => {
		const inDomain = domain < 0 ? -1 : innermost[domain];
		return {
			service: index.get(s),
			domain: inDomain,
			modes,
			restartsPerSecond: kind === null || inDomain < 0 ? Infinity : perSecond(`${kind.name}'s restart`, kind.restart),
			shocks: shocks.flatMap((shock, i) => shock.members.includes(first + replica) ? [i] : []),
			copy: sites === null ? -1 : index.get(sites[replica])
		};
	});
}
function describeShocks(model, scope, firstOf) {
	const counts = model.shocks.filter(({ hits, probability }) => probability > 0 && hits.some((s) => scope.services.includes(s) && model.services[s].placement.length > 0));
	if (counts.length > MOST_SHOCKS) throw new NotMarkov(`${counts.length} shocks strike it, too many for a chain`);
	return counts.map((shock) => ({
		...modeRates(shock.name, shock, true),
		probability: shock.probability,
		members: shock.hits.flatMap((s) => {
			const first = firstOf.get(s);
			return first === void 0 ? [] : model.services[s].placement.map((_, replica) => first + replica);
		})
	}));
}
/** Domains that fail and in which something stands; [model's domain] the innermost of them around it. */
function describeDomains(model, scope) {
	const members = model.domains.map(() => []);
	let member = 0;
	for (const s of scope.services) for (const domain of model.services[s].placement) {
		for (let d = domain; d >= 0; d = model.domains[d].parent) members[d].push(member);
		member++;
	}
	const list = [];
	const innermost = [];
	model.domains.forEach(({ name, parent, failures }, d) => {
		const around = parent < 0 ? -1 : innermost[parent];
		if (failures.length === 0 || members[d].length === 0) {
			innermost.push(around);
			return;
		}
		if (failures.length > MEMBER.most) throw new NotMarkov(`${name} fails in ${failures.length} ways, too many for a chain`);
		innermost.push(list.length);
		list.push({
			parent: around,
			modes: failures.map((mode) => modeRates(`${name}/${mode.name}`, mode, true)),
			members: members[d]
		});
	});
	return {
		list,
		innermost
	};
}
/** Reading a backup takes the time that its size takes, and what is lost with a site is looked after around it. */
function refuseRestores(model, { services: scope }) {
	const { services } = model;
	const inside = (s) => (services[s].sites ?? []).flatMap((copy) => involved(answerOf(services, copy)));
	for (const s of scope) {
		const { name, mode, placement, replication, backup, sites } = services[s];
		if (placement.length === 0) continue;
		const within = inside(s);
		const backedUp = backup !== null || within.some((i) => services[i].backup !== null);
		if (mode === "active-passive" && replication === null && backedUp) throw new NotMarkov(`${name}'s standby is restored from a backup before it serves`);
		const loses = canLoseData(model, s);
		if (loses && backup !== null) throw new NotMarkov(`${name} is restored from a backup after it has lost its data`);
		if (sites !== null && (loses || replication !== null && within.some((i) => canLoseData(model, i)))) throw new NotMarkov(`${name} looks after data that a failure destroys`);
	}
}
/** Services that work on sites; those in a site of another one come first. */
function innerFirst({ services }, scope) {
	const done = [];
	const visit = (s) => {
		for (const copy of services[s].sites ?? []) for (const i of involved(answerOf(services, copy))) visit(i);
		if (services[s].sites !== null && !done.includes(s)) done.push(s);
	};
	scope.services.forEach((s) => visit(s));
	return done;
}
// src/analysis/exact/markov-balance.ts
function downShare({ isDown }, shares) {
	let [down, up] = [0, 0];
	for (let state = 0; state < shares.length; state++) if (isDown[state] === 1) down += shares[state];
	else up += shares[state];
	return down / (down + up);
}
/** Moves that are out of balance, as a share of all moves. */
const MOST_IMBALANCE = 1e-12;
/** Of each state as much has to go in as out. */
function isBalanced({ states, offsets, from, perSecond, leaving }, shares) {
	let [different, all] = [0, 0];
	for (let state = 0; state < states; state++) {
		let into = 0;
		for (let k = offsets[state]; k < offsets[state + 1]; k++) into += shares[from[k]] * perSecond[k];
		const out = shares[state] * leaving[state];
		different += Math.abs(into - out);
		all += out;
	}
	return different <= MOST_IMBALANCE * all;
}
// src/analysis/exact/markov-class.ts
/**
* The states to which a chain returns for ever, in ascending order; null: which those are depends on chance. Strongly
* connected components by Tarjan's algorithm (1972), with a stack of its own; the class is the one component that no
* move leaves.
*/
function recurrentClass({ states, from, to }) {
	const offsets = new Int32Array(states + 1);
	for (const state of from) offsets[state + 1]++;
	for (let state = 0; state < states; state++) offsets[state + 1] += offsets[state];
	const order = new Int32Array(states).fill(-1);
	const low = new Int32Array(states);
	const component = new Int32Array(states).fill(-1);
	const next = offsets.slice(0, states);
	const path = [];
	const open = [];
	let visited = 0;
	let components = 0;
	const enter = (state) => {
		order[state] = low[state] = visited++;
		path.push(state);
		open.push(state);
	};
	enter(0);
	while (path.length > 0) {
		const state = path[path.length - 1];
		if (next[state] < offsets[state + 1]) {
			const target = to[next[state]++];
			if (order[target] < 0) enter(target);
			else if (component[target] < 0) low[state] = Math.min(low[state], order[target]);
			continue;
		}
		path.pop();
		if (path.length > 0) low[path[path.length - 1]] = Math.min(low[path[path.length - 1]], low[state]);
		if (low[state] !== order[state]) continue;
		for (let member = -1; member !== state;) {
			member = open.pop();
			component[member] = components;
		}
		components++;
	}
	const isLeft = new Uint8Array(components);
	from.forEach((state, move) => {
		if (component[state] !== component[to[move]]) isLeft[component[state]] = 1;
	});
	const kept = isLeft.indexOf(0);
	if (isLeft.indexOf(0, kept + 1) >= 0) return null;
	return Int32Array.from(component.keys()).filter((state) => component[state] === kept);
}
// src/analysis/exact/markov-eliminate.ts
/**
* State reduction of Grassmann, Taksar & Heyman (1985): states are taken out one by one, and their moves divided among
* those that are left. Nothing is subtracted, so that the smallest share keeps all its digits.
*/
function eliminate({ states: n, offsets, from, perSecond }) {
	const rates = new Float64Array(n * n);
	for (let state = 0; state < n; state++) for (let k = offsets[state]; k < offsets[state + 1]; k++) rates[from[k] * n + state] += perSecond[k];
	for (let k = n - 1; k > 0; k--) {
		let leaving = 0;
		for (let j = 0; j < k; j++) leaving += rates[k * n + j];
		for (let i = 0; i < k; i++) {
			const into = rates[i * n + k];
			if (into === 0) continue;
			const visits = into / leaving;
			rates[i * n + k] = visits;
			for (let j = 0; j < k; j++) rates[i * n + j] += visits * rates[k * n + j];
		}
	}
	const shares = new Float64Array(n);
	shares[0] = 1;
	let sum = 1;
	for (let k = 1; k < n; k++) {
		for (let i = 0; i < k; i++) shares[k] += shares[i] * rates[i * n + k];
		sum += shares[k];
	}
	return shares.map((share) => share / sum);
}
// src/analysis/exact/markov-levels.ts
/** Up to so many states are solved directly. */
const FEW_STATES = 48;
function buildLevels(moves) {
	const { states, offsets, from } = moves;
	const { group, groups } = states <= FEW_STATES ? {
		group: /* @__PURE__ */ new Int32Array(0),
		groups: states
	} : pairUp(moves);
	if (states <= FEW_STATES || groups === states) return {
		...moves,
		group,
		groupMove: /* @__PURE__ */ new Int32Array(0),
		coarser: null
	};
	const index = /* @__PURE__ */ new Map();
	const groupMove = new Int32Array(from.length).fill(-1);
	const rates = [];
	for (let to = 0; to < states; to++) for (let k = offsets[to]; k < offsets[to + 1]; k++) {
		if (group[from[k]] === group[to]) continue;
		const key = group[to] * groups + group[from[k]];
		let move = index.get(key);
		if (move === void 0) index.set(key, move = rates.push(0) - 1);
		rates[move] += moves.perSecond[k];
		groupMove[k] = move;
	}
	const keys = [...index.keys()].sort((a, b) => a - b);
	const place = new Int32Array(keys.length);
	const coarse = {
		offsets: new Int32Array(groups + 1),
		from: new Int32Array(keys.length),
		perSecond: new Float64Array(keys.length),
		leaving: new Float64Array(groups)
	};
	keys.forEach((key, at) => {
		const move = index.get(key);
		place[move] = at;
		coarse.from[at] = key % groups;
		coarse.offsets[Math.floor(key / groups) + 1]++;
		coarse.perSecond[at] = rates[move];
		coarse.leaving[coarse.from[at]] += rates[move];
	});
	for (let i = 0; i < groups; i++) coarse.offsets[i + 1] += coarse.offsets[i];
	for (let k = 0; k < groupMove.length; k++) if (groupMove[k] >= 0) groupMove[k] = place[groupMove[k]];
	return {
		...moves,
		group,
		groupMove,
		coarser: buildLevels({
			states: groups,
			...coarse
		})
	};
}
/**
* Each state with the one that it is tied to most: by the sum of the rates of the moves between them, the fastest
* first.
*/
function pairUp({ states, offsets, from, perSecond }) {
	const tied = new Int32Array(states).fill(-1);
	const strength = new Float64Array(states);
	for (let to = 0; to < states; to++) for (let k = offsets[to]; k < offsets[to + 1]; k++) for (const [state, other] of [[to, from[k]], [from[k], to]]) {
		if (perSecond[k] <= strength[state]) continue;
		strength[state] = perSecond[k];
		tied[state] = other;
	}
	const order = Int32Array.from(tied.keys()).sort((a, b) => strength[b] - strength[a] || a - b);
	const group = new Int32Array(states).fill(-1);
	let groups = 0;
	for (const state of order) {
		if (group[state] >= 0) continue;
		if (group[tied[state]] < 0) group[tied[state]] = groups++;
		group[state] = group[tied[state]];
	}
	return {
		group,
		groups
	};
}
// src/analysis/exact/markov-iterate.ts
/** Of the unavailability, as a share of it. */
const MOST_ERROR = 1e-10;
/** What a move costs in a cycle over all levels, in steps of a nanosecond. */
const MOVE_WORK = 25;
/**
* Multi-level method of Horton & Leutenegger (1994): sweeps of Gauss & Seidel, in which each state's share follows from
* what flows into it, and between them the same for groups of states, whose shares then correct those of their members.
* Sweeps alone take many times as long where seconds stand beside years. The changes of two cycles, one after the
* other, tell what all further ones would add up to. null: too slow.
*/
function iterate(chain, budget) {
	budget.work -= chain.from.length * MOVE_WORK * 4;
	if (budget.work < 0) return null;
	const levels = buildLevels(chain);
	const shares = new Float64Array(chain.states).fill(1 / chain.states);
	let before = NaN;
	let change = NaN;
	for (; budget.work > 0; budget.work -= chain.from.length * MOVE_WORK) {
		cycle(levels, shares);
		const present = downShare(chain, shares);
		const last = Math.abs(present - before) / present;
		const shrinks = last / change;
		before = present;
		change = last;
		if ((last === 0 || shrinks < 1 && last * shrinks / (1 - shrinks) < MOST_ERROR) && isBalanced(chain, shares)) return shares;
	}
	return null;
}
function cycle(level, shares) {
	const { coarser, group, groupMove, from, perSecond } = level;
	if (coarser === null) {
		shares.set(eliminate(level));
		return;
	}
	sweep(level, shares);
	const before = new Float64Array(coarser.states);
	for (let state = 0; state < shares.length; state++) before[group[state]] += shares[state];
	coarser.perSecond.fill(0);
	coarser.leaving.fill(0);
	for (let k = 0; k < groupMove.length; k++) {
		if (groupMove[k] < 0) continue;
		const source = from[k];
		const rate = shares[source] / before[group[source]] * perSecond[k];
		coarser.perSecond[groupMove[k]] += rate;
		coarser.leaving[group[source]] += rate;
	}
	const after = before.slice();
	cycle(coarser, after);
	for (let state = 0; state < shares.length; state++) shares[state] *= after[group[state]] / before[group[state]];
	sweep(level, shares);
}
function sweep({ states, offsets, from, perSecond, leaving }, shares) {
	let all = 0;
	for (let state = 0; state < states; state++) {
		let into = 0;
		for (let k = offsets[state]; k < offsets[state + 1]; k++) into += shares[from[k]] * perSecond[k];
		shares[state] = into / leaving[state];
		all += shares[state];
	}
	for (let state = 0; state < states; state++) shares[state] /= all;
}
// src/analysis/exact/markov-solve.ts
/** Up to so many states the chain is solved directly. */
const MOST_DIRECT = 750;
/** A clause that says why there is no long run. */
function solveChain(chain, budget) {
	const loses = chain.losesPerSecond.some((rate) => rate > 0);
	if (!chain.isDown.includes(1) && !loses) return {
		down: 0,
		failsPerSecond: 0,
		losesPerSecond: 0
	};
	const kept = recurrentClass(chain);
	if (kept === null) return "its long run depends on how it begins";
	const irreducible = restrict(chain, kept);
	const shares = solve(irreducible, budget);
	if (shares === null || !isBalanced(irreducible, shares)) return `its ${grouped(chain.states)} states have found no balance in the time there is`;
	let losesPerSecond = 0;
	kept.forEach((state, i) => losesPerSecond += shares[i] * chain.losesPerSecond[state]);
	return {
		down: downShare(irreducible, shares),
		failsPerSecond: failsPerSecond(irreducible, shares),
		losesPerSecond
	};
}
/** Moves from a state in which the entry is up into one in which it is down. */
function failsPerSecond({ states, offsets, from, perSecond, isDown }, shares) {
	let sum = 0;
	for (let state = 0; state < states; state++) {
		if (isDown[state] === 0) continue;
		for (let k = offsets[state]; k < offsets[state + 1]; k++) if (isDown[from[k]] === 0) sum += shares[from[k]] * perSecond[k];
	}
	return sum;
}
function solve(chain, budget) {
	const work = chain.states * chain.states * chain.states / 2;
	if (chain.states > MOST_DIRECT || work > budget.work) return iterate(chain, budget);
	budget.work -= work;
	return eliminate(chain);
}
/** The chain among the states that are kept. */
function restrict(chain, kept) {
	const states = kept.length;
	const index = new Int32Array(chain.states).fill(-1);
	kept.forEach((state, i) => index[state] = i);
	const offsets = new Int32Array(states + 1);
	for (let move = 0; move < chain.to.length; move++) if (index[chain.from[move]] >= 0) offsets[index[chain.to[move]] + 1]++;
	for (let state = 0; state < states; state++) offsets[state + 1] += offsets[state];
	const next = offsets.slice(0, states);
	const from = new Int32Array(offsets[states]);
	const perSecond = new Float64Array(offsets[states]);
	const leaving = new Float64Array(states);
	for (let move = 0; move < chain.to.length; move++) {
		const source = index[chain.from[move]];
		if (source < 0) continue;
		const at = next[index[chain.to[move]]]++;
		from[at] = source;
		perSecond[at] = chain.perSecond[move];
		leaving[source] += chain.perSecond[move];
	}
	return {
		states,
		offsets,
		from,
		perSecond,
		leaving,
		isDown: Uint8Array.from(kept, (state) => chain.isDown[state])
	};
}
// src/analysis/exact/markov-chance.ts
function createChance() {
	return {
		outcomes: [],
		probabilities: [],
		asked: 0
	};
}
function happens(chance, probability) {
	if (probability >= 1) return true;
	if (probability <= 0) return false;
	if (chance.asked === chance.outcomes.length) {
		chance.outcomes.push(true);
		chance.probabilities.push(probability);
	}
	return chance.outcomes[chance.asked++];
}
/** Probability of the life that has just been lived. */
function weightOf({ outcomes, probabilities }) {
	return outcomes.reduce((weight, outcome, i) => weight * (outcome ? probabilities[i] : 1 - probabilities[i]), 1);
}
/** Turns to the next life; false: that was the last one. */
function nextLife(chance) {
	const { outcomes, probabilities } = chance;
	chance.asked = 0;
	while (outcomes.length > 0 && !outcomes[outcomes.length - 1]) {
		outcomes.pop();
		probabilities.pop();
	}
	if (outcomes.length === 0) return false;
	outcomes[outcomes.length - 1] = false;
	return true;
}
// src/analysis/exact/markov-instant.ts
/** Of an active-passive service. */
const STAGE = {
	serving: 0,
	detecting: 1,
	deciding: 2,
	waiting: 3,
	between: 4,
	promoting: 5,
	redirecting: 6
};
/** Of a quorum. */
const QUORUM = {
	serving: 0,
	electing: 1,
	stopped: 2
};
/**
* Bits of a service: the promotion is a planned switch; any copy will do; the wait before a failback is on; no copy is
* left.
*/
const BIT = {
	planned: 1,
	desperate: 2,
	home: 4,
	allLost: 8
};
function createInstant(system, layout) {
	const services = system.services.length;
	return {
		system,
		layout,
		cells: new Uint16Array(layout.width),
		works: new Uint8Array(system.members.length),
		healthy: new Int32Array(services),
		share: new Float64Array(services),
		chance: createChance(),
		looks: /* @__PURE__ */ new Set(),
		goingHome: [...system.services.keys()].filter((s) => system.services[s].failover?.failback?.afterPerSecond === Infinity),
		needing: [...system.services.keys()].filter((s) => system.services[s].needs.length > 0),
		asksForShares: system.onSites.length > 0 || system.services.some(({ failover, needs }) => needs.length > 0 || failover !== null && failover.replication !== "none"),
		losses: 0
	};
}
/** Everything up, the first member active, everybody following. */
function fillFirst({ system: { services }, layout, cells }) {
	cells.fill(0);
	services.forEach(({ mode, first, end }, s) => {
		if (mode === "active-passive") cells[layout.service[s] + OWN.active] = first + 1;
		if (mode === "quorum") cells[layout.service[s] + 1] = first + 1;
		if (mode !== "active-passive") return;
		for (let m = first; m < end; m++) cells[layout.flags[m]] = FLAG.connected | FLAG.hasData;
	});
}
/** What follows from the cells, after they have been loaded. */
function look(i) {
	const { services, members } = i.system;
	for (let m = 0; m < members.length; m++) i.works[m] = isWorking(i, m) ? 1 : 0;
	for (let s = 0; s < services.length; s++) {
		const { mode, first, end } = services[s];
		if (mode === "quorum") i.healthy[s] = count(i.works, first, end);
	}
	i.looks.clear();
}
function isBlocked({ system: { domains, members }, layout, cells }, member) {
	for (let d = members[member].domain; d >= 0; d = domains[d].parent) if (cells[layout.domain[d]] !== 0) return true;
	return false;
}
function isWorking(i, member) {
	const { layout, cells } = i;
	if ((cells[layout.member[member]] & ~MEMBER.returns) !== 0) return false;
	if (layout.struck[member] >= 0 && cells[layout.struck[member]] !== 0) return false;
	if (layout.flags[member] >= 0 && (cells[layout.flags[member]] & FLAG.siteHeld) !== 0) return false;
	return !isBlocked(i, member);
}
function hasFlag({ layout, cells }, member, flag) {
	return (cells[layout.flags[member]] & flag) !== 0;
}
function setFlag({ layout, cells }, member, flag, isOn) {
	const at = layout.flags[member];
	cells[at] = isOn ? cells[at] | flag : cells[at] & ~flag;
}
function hasBit({ layout, cells }, service, bit) {
	return (cells[layout.service[service] + OWN.bits] & bit) !== 0;
}
function setBit({ layout, cells }, service, bit, isOn) {
	const at = layout.service[service] + OWN.bits;
	cells[at] = isOn ? cells[at] | bit : cells[at] & ~bit;
}
/** A member out of a service's cells; −1: none. */
function roleOf({ layout, cells }, service, role) {
	return cells[layout.service[service] + role] - 1;
}
function setRole({ layout, cells }, service, role, member) {
	cells[layout.service[service] + role] = member + 1;
}
function stageOf({ layout, cells }, service) {
	return cells[layout.service[service] + OWN.stage];
}
function setStage({ layout, cells }, service, stage) {
	cells[layout.service[service] + OWN.stage] = stage;
}
function count(works, first, end) {
	let sum = 0;
	for (let m = first; m < end; m++) sum += works[m];
	return sum;
}
/** Own shares as the cells have them; a service on sites answers what its sites do. */
function updateShares(i) {
	const { services, onSites } = i.system;
	for (let s = 0; s < services.length; s++) if (!services[s].isOnSites) i.share[s] = ownShare(i, s);
	for (const s of onSites) i.share[s] = ownShare(i, s);
}
function ownShare(i, service) {
	const { mode, first, end, required, degrades, failover, isOnSites } = i.system.services[service];
	if (mode === "none") return 1;
	const stage = mode === "active-active" ? 0 : stageOf(i, service);
	if (mode === "quorum") return stage === QUORUM.serving ? 1 : 0;
	if (mode === "active-passive") {
		if (stage !== STAGE.serving) return 0;
		const active = roleOf(i, service, OWN.active);
		if (failover.isStrict && count(i.works, first, end) === i.works[active]) return 0;
		return isOnSites ? copyAnswer(i, active) : 1;
	}
	let healthy = 0;
	let answers = 0;
	for (let m = first; m < end; m++) {
		if (i.works[m] === 0 || (i.cells[i.layout.member[m]] & MEMBER.returns) !== 0) continue;
		healthy++;
		if (isOnSites) answers += copyAnswer(i, m);
	}
	if (healthy === 0 || healthy < required && !degrades) return 0;
	return Math.min(1, healthy / required) * (isOnSites ? answers / healthy : 1);
}
/** None of the services that it needs is down, as the shares have it. */
function needsAreMet({ system: { services, downBelow }, share }, service) {
	return services[service].needs.every((need) => evaluate(need, share) >= downBelow);
}
function copyAnswer(i, site) {
	const { services, members } = i.system;
	return evaluate(services[members[site].copy].answer, i.share);
}
// src/analysis/exact/markov-quorum.ts
/** Cell of the leader: its member plus one. */
const leaderCell = ({ layout }, s) => layout.service[s] + 1;
function voterStops(i, s, m) {
	const isEnough = --i.healthy[s] >= i.system.services[s].required;
	if (i.cells[leaderCell(i, s)] === m + 1) i.cells[leaderCell(i, s)] = 0;
	if (!isEnough) setStage(i, s, QUORUM.stopped);
	else if (i.cells[leaderCell(i, s)] === 0 && stageOf(i, s) === QUORUM.serving) elect(i, s);
}
function voterStarts(i, s) {
	i.healthy[s]++;
	if (stageOf(i, s) !== QUORUM.stopped || i.healthy[s] < i.system.services[s].required) return;
	if (i.cells[leaderCell(i, s)] > 0) setStage(i, s, QUORUM.serving);
	else elect(i, s);
}
function elect(i, s) {
	if (i.system.services[s].electsPerSecond === Infinity) electionEnds(i, s);
	else setStage(i, s, QUORUM.electing);
}
/** The first that works wins. If all have fallen in one instant, those that have not reacted yet stop the quorum. */
function electionEnds(i, s) {
	const { first, end } = i.system.services[s];
	for (let m = first; m < end; m++) {
		if (i.works[m] === 0) continue;
		i.cells[leaderCell(i, s)] = m + 1;
		setStage(i, s, QUORUM.serving);
		return;
	}
}
// src/analysis/exact/markov-copies.ts
/** Each member whose copy is gone has then to be told by `reactToLoss`. */
function destroyCopy(i, m) {
	if (!(losesData(i, m) && hasFlag(i, m, FLAG.hasData))) return;
	setFlag(i, m, FLAG.hasData, false);
	setFlag(i, m, FLAG.hasLost, true);
}
/** Damage done to an active's data is copied faithfully by all that follow it. */
function destroyReplicated(i, m) {
	destroyCopy(i, m);
	const s = i.system.members[m].service;
	const { first, end, failover } = i.system.services[s];
	if (failover === null || failover.replication === "none" || roleOf(i, s, OWN.active) !== m) return;
	for (let other = first; other < end; other++) if (hasFlag(i, other, FLAG.connected)) destroyCopy(i, other);
}
/** Where no copy is left, the first member that is back starts with nothing. */
function beginAnew(i, s, m) {
	if (!hasAnyCopy(i, s)) beginWithNothing(i, s, m);
}
function losesData({ system: { services, members } }, m) {
	return services[members[m].service].failover?.canLoseData === true;
}
function hasAnyCopy(i, s) {
	const { first, end } = i.system.services[s];
	for (let m = first; m < end; m++) if (hasFlag(i, m, FLAG.hasData)) return true;
	return false;
}
function beginWithNothing(i, s, m) {
	setFlag(i, m, FLAG.hasData, true);
	setFlag(i, m, FLAG.missed | FLAG.stale, false);
	setBit(i, s, BIT.allLost, false);
}
// src/analysis/exact/markov-failover.ts
const failoverOf = (i, s) => i.system.services[s].failover;
const activeOf = (i, s) => roleOf(i, s, OWN.active);
const serves = (i, s) => stageOf(i, s) === STAGE.serving || stageOf(i, s) === STAGE.redirecting;
const isReady = (i, m) => i.works[m] === 1 && hasFlag(i, m, FLAG.hasData);
function passiveStops(i, s, m) {
	const stage = stageOf(i, s);
	const active = activeOf(i, s);
	if (stage === STAGE.promoting && m === roleOf(i, s, OWN.target)) {
		if (m !== active) disconnect(i, m);
		choose(i, s);
	} else if (m === active) {
		if (serves(i, s)) activeLost(i, s);
		else stopRebuilds(i, s);
	} else {
		disconnect(i, m);
		if (serves(i, s)) considerFailback(i, s);
	}
}
function passiveStarts(i, s, m) {
	const stage = stageOf(i, s);
	if (failoverOf(i, s).canLoseData) beginAnew(i, s, m);
	if (m === activeOf(i, s)) {
		if (!hasFlag(i, m, FLAG.hasData)) {
			if (stage === STAGE.waiting) lookAgain(i, s);
		} else if (stage !== STAGE.promoting) serve(i, s);
		return;
	}
	connect(i, s, m, serves(i, s));
	if (stage === STAGE.waiting) lookAgain(i, s);
	else if (serves(i, s)) considerFailback(i, s);
}
/** The copy of a standby is as it should be again. */
function standbyRebuilt(i, s, m) {
	setFlag(i, m, FLAG.rebuilds, false);
	catchUp(i, m);
	if (stageOf(i, s) === STAGE.waiting) lookAgain(i, s);
	else considerFailback(i, s);
}
/** The delay of the stage is over. */
function stageEnds(i, s) {
	const stage = stageOf(i, s);
	if (stage === STAGE.detecting) decide(i, s);
	else if (stage === STAGE.promoting) promotionEnds(i, s);
	else if (stage === STAGE.redirecting) serve(i, s);
	else choose(i, s);
}
function failNeedlessly(i, s) {
	if (stageOf(i, s) !== STAGE.serving) return;
	stopServing(i, s);
	const standby = bestStandby(i, s);
	if (standby < 0) serve(i, s);
	else promote(i, s, standby);
}
/** The newest copy is gone: whoever has any will do. */
function anyCopyWillDo(i, s) {
	setBit(i, s, BIT.desperate, true);
	const stage = stageOf(i, s);
	if (serves(i, s) || stage === STAGE.promoting) return;
	if (stage === STAGE.waiting) choose(i, s);
	else if (isReady(i, activeOf(i, s))) serve(i, s);
}
/** The preferred member, the first, has been ready for the time that a failback waits. */
function homeDue(i, s) {
	setBit(i, s, BIT.home, false);
	if (!isHomeReady(i, s) || !needsAreMet(i, s)) return;
	stopServing(i, s);
	setBit(i, s, BIT.planned, true);
	promote(i, s, i.system.services[s].first);
}
function activeLost(i, s) {
	stopServing(i, s);
	stopRebuilds(i, s);
	if (!waits(i, s, STAGE.detecting, failoverOf(i, s).detectsPerSecond)) decide(i, s);
}
/** Whether the stage takes any time. */
function waits(i, s, stage, perSecond) {
	setStage(i, s, stage);
	return perSecond !== Infinity;
}
function decide(i, s) {
	if (!waits(i, s, STAGE.deciding, failoverOf(i, s).decidesPerSecond)) choose(i, s);
}
function choose(i, s) {
	setBit(i, s, BIT.planned, false);
	if (isReady(i, activeOf(i, s))) {
		serve(i, s);
		return;
	}
	setStage(i, s, STAGE.waiting);
	if (i.system.services[s].needs.length > 0) i.looks.add(s);
	else chooseStandby(i, s);
}
/** All else in the instant has happened. */
function chooseWhenOver(i, s) {
	if (isReady(i, activeOf(i, s))) serve(i, s);
	else chooseStandby(i, s);
}
function chooseStandby(i, s) {
	const standby = bestStandby(i, s);
	if (standby >= 0) promote(i, s, standby);
}
/**
* Its needs are met: a standby that waits for that is promoted, and a failback that has waited for it waits anew.
* @returns whether anything has changed
*/
function needsReturn(i, s) {
	if (!needsAreMet(i, s)) return false;
	if (stageOf(i, s) === STAGE.waiting) {
		if (bestStandby(i, s) < 0) return false;
		chooseStandby(i, s);
		return true;
	}
	const wasGoingHome = hasBit(i, s, BIT.home);
	considerFailback(i, s);
	return hasBit(i, s, BIT.home) !== wasGoingHome;
}
/** If something else is to happen in this very instant, it happens first. */
function lookAgain(i, s) {
	if (anyHomeDue(i) >= 0) i.looks.add(s);
	else choose(i, s);
}
/** First service whose failback waits no time; −1: none. */
function anyHomeDue(i) {
	for (const s of i.goingHome) if (hasBit(i, s, BIT.home)) return s;
	return -1;
}
/** What happens when it is over: `promotionPerSecond`. */
function promote(i, s, m) {
	setRole(i, s, OWN.target, m);
	if (!waits(i, s, STAGE.promoting, promotionPerSecond(i, s))) promotionEnds(i, s);
}
/** Of the promotion that is on, a planned switch or any other. */
function promotionPerSecond(i, s) {
	const { failback, promotesPerSecond } = failoverOf(i, s);
	return (hasBit(i, s, BIT.planned) ? failback?.takesPerSecond ?? null : null) ?? promotesPerSecond;
}
function promotionEnds(i, s) {
	const { success, retriesPerSecond, failback, redirectsPerSecond } = failoverOf(i, s);
	const isPlanned = hasBit(i, s, BIT.planned);
	const active = activeOf(i, s);
	const target = roleOf(i, s, OWN.target);
	if (!isPlanned && !happens(i.chance, success)) {
		if (isReady(i, active)) serve(i, s);
		else if (!waits(i, s, STAGE.between, retriesPerSecond)) choose(i, s);
		return;
	}
	if (!hasFlag(i, target, FLAG.hasData)) {
		choose(i, s);
		return;
	}
	if (!isPlanned) setFlag(i, active, FLAG.stale, true);
	disconnect(i, active);
	setFlag(i, target, FLAG.rebuilds | FLAG.stale, false);
	setRole(i, s, OWN.active, target);
	follow(i, target);
	setBit(i, s, BIT.desperate | BIT.planned, false);
	if (isPlanned && failback?.takesPerSecond !== null || !waits(i, s, STAGE.redirecting, redirectsPerSecond)) serve(i, s);
	else connectStandbys(i, s);
}
function serve(i, s) {
	const active = activeOf(i, s);
	setStage(i, s, STAGE.serving);
	setBit(i, s, BIT.planned | BIT.desperate, false);
	setFlag(i, active, FLAG.stale, false);
	follow(i, active);
	connectStandbys(i, s);
	considerFailback(i, s);
}
function connectStandbys(i, s) {
	const { first, end } = i.system.services[s];
	for (let m = first; m < end; m++) if (m !== activeOf(i, s) && i.works[m] === 1 && !hasFlag(i, m, FLAG.connected | FLAG.rebuilds)) connect(i, s, m, true);
}
function stopServing(i, s) {
	const { first, end, failover } = i.system.services[s];
	setBit(i, s, BIT.home, false);
	setRole(i, s, OWN.holder, -1);
	if (failover.replication !== "semi-sync") return;
	for (let m = first; m < end; m++) {
		if (m === activeOf(i, s) || !hasFlag(i, m, FLAG.hasData) || hasFlag(i, m, FLAG.stale | FLAG.missed)) continue;
		setRole(i, s, OWN.holder, m);
		return;
	}
}
/** Whoever catches up has nobody to catch up from. */
function stopRebuilds(i, s) {
	const { first, end, failover } = i.system.services[s];
	if (failover.replication === "none") return;
	for (let m = first; m < end; m++) setFlag(i, m, FLAG.rebuilds, false);
}
/** The one that has the last write, else the first that may be promoted; −1: nobody. */
function bestStandby(i, s) {
	const { first, end } = i.system.services[s];
	const holder = roleOf(i, s, OWN.holder);
	if (holder >= 0 && isEligible(i, s, holder)) return holder;
	for (let m = first; m < end; m++) if (isEligible(i, s, m)) return m;
	return -1;
}
function isEligible(i, s, m) {
	if (!isReady(i, m) || m === activeOf(i, s) || !needsAreMet(i, s)) return false;
	if (hasBit(i, s, BIT.desperate)) return true;
	if (hasFlag(i, m, FLAG.stale)) return false;
	return failoverOf(i, s).replication !== "sync" || !hasFlag(i, m, FLAG.missed);
}
function considerFailback(i, s) {
	if (failoverOf(i, s).failback !== null) setBit(i, s, BIT.home, isHomeReady(i, s));
}
function isHomeReady(i, s) {
	const home = i.system.services[s].first;
	return stageOf(i, s) === STAGE.serving && activeOf(i, s) !== home && i.works[home] === 1 && hasFlag(i, home, FLAG.connected);
}
function disconnect(i, m) {
	setFlag(i, m, FLAG.rebuilds, false);
	if (hasFlag(i, m, FLAG.connected)) setFlag(i, m, FLAG.connected | FLAG.missed, false);
}
function follow(i, m) {
	setFlag(i, m, FLAG.connected, true);
	setFlag(i, m, FLAG.missed, false);
}
function catchUp(i, m) {
	follow(i, m);
	setFlag(i, m, FLAG.hasData, true);
	setFlag(i, m, FLAG.stale, false);
}
/**
* A standby that works follows at once if it has missed nothing, and else catches up; without replication only a former
* active has to.
*/
function connect(i, s, m, activeLives) {
	const { rebuildsPerSecond, replication } = failoverOf(i, s);
	const isAtOnce = rebuildsPerSecond === Infinity;
	if (isAtOnce) setFlag(i, m, FLAG.stale, false);
	const isBehind = !hasFlag(i, m, FLAG.hasData) || hasFlag(i, m, FLAG.missed);
	if (!hasFlag(i, m, FLAG.stale) && !isBehind) follow(i, m);
	else if (replication !== "none" && !activeLives) return;
	else if (isAtOnce) catchUp(i, m);
	else setFlag(i, m, FLAG.rebuilds, true);
}
// src/analysis/exact/markov-losses.ts
/** What an active-passive service does about a member whose copy is gone. */
function reactToLoss(i, m) {
	if (!losesData(i, m) || !hasFlag(i, m, FLAG.hasLost)) return;
	setFlag(i, m, FLAG.hasLost, false);
	const s = i.system.members[m].service;
	if (!hasAnyCopy(i, s)) loseEverything(i, s);
	else if (m === roleOf(i, s, OWN.active)) losesActiveCopy(i, s, m);
	else losesStandbyCopy(i, s, m);
}
/** All that is lost in one instant is one loss. */
function loseEverything(i, s) {
	if (hasBit(i, s, BIT.allLost)) return;
	const { first, end } = i.system.services[s];
	setBit(i, s, BIT.allLost, true);
	if (s === i.system.counted) i.losses++;
	for (let m = first; m < end; m++) setFlag(i, m, FLAG.hasLost, false);
	for (let m = first; m < end; m++) if (i.works[m] === 1) beginWithNothing(i, s, m);
	anyCopyWillDo(i, s);
}
function losesActiveCopy(i, s, m) {
	anyCopyWillDo(i, s);
	const stage = stageOf(i, s);
	if (i.works[m] === 1 && !hasFlag(i, m, FLAG.hasData) && (stage === STAGE.serving || stage === STAGE.redirecting)) activeLost(i, s);
}
function losesStandbyCopy(i, s, m) {
	const stage = stageOf(i, s);
	disconnect(i, m);
	const activeLives = (stage === STAGE.serving || stage === STAGE.redirecting) && hasFlag(i, roleOf(i, s, OWN.active), FLAG.hasData);
	if (i.works[m] === 1) connect(i, s, m, activeLives);
}
// src/analysis/exact/markov-strikes.ts
function memberFails(i, m, mode) {
	i.cells[i.layout.member[m]] |= 1 << mode;
	notice(i, [m]);
	if (!i.system.members[m].modes[mode].losesData) return;
	destroyCopy(i, m);
	reactToLoss(i, m);
}
function memberRepaired(i, m, mode) {
	i.cells[i.layout.member[m]] &= ~(1 << mode);
	notice(i, [m]);
}
function domainFails(i, d, mode) {
	const { members, modes } = i.system.domains[d];
	i.cells[i.layout.domain[d]] |= 1 << mode;
	for (const m of members) i.cells[i.layout.member[m]] &= ~MEMBER.restarts;
	notice(i, members);
	if (!modes[mode].losesData) return;
	for (const m of members) destroyCopy(i, m);
	for (const m of members) reactToLoss(i, m);
}
/** Members that nothing above them blocks any more restart before they serve. */
function domainRepaired(i, d, mode) {
	const { members } = i.system.domains[d];
	i.cells[i.layout.domain[d]] &= ~(1 << mode);
	for (const m of members) if (i.system.members[m].restartsPerSecond !== Infinity && !isBlocked(i, m)) i.cells[i.layout.member[m]] |= MEMBER.restarts;
	notice(i, members);
}
function memberRestarted(i, m) {
	i.cells[i.layout.member[m]] &= ~MEMBER.restarts;
	notice(i, [m]);
}
/** A member is taken back into rotation. */
function memberReturns(i, m) {
	i.cells[i.layout.member[m]] &= ~MEMBER.returns;
}
function shockStrikes(i, shock) {
	const { members, probability, losesData } = i.system.shocks[shock];
	i.cells[i.layout.shock[shock]] = 1;
	const struck = members.filter(() => happens(i.chance, probability));
	for (const m of struck) i.cells[i.layout.struck[m]] |= shockBit(i, m, shock);
	notice(i, struck);
	if (!losesData) return;
	for (const m of struck) destroyReplicated(i, m);
	for (const m of members) reactToLoss(i, m);
}
/** Repaired for all that it struck at once. */
function shockRepaired(i, shock) {
	const { members } = i.system.shocks[shock];
	i.cells[i.layout.shock[shock]] = 0;
	const struck = members.filter((m) => (i.cells[i.layout.struck[m]] & shockBit(i, m, shock)) !== 0);
	for (const m of struck) i.cells[i.layout.struck[m]] &= ~shockBit(i, m, shock);
	notice(i, struck);
}
function shockBit({ system: { members } }, m, shock) {
	return 1 << members[m].shocks.indexOf(shock);
}
/** Members may work, or not work any more: first it is so for all of them, then each service reacts. */
function notice(i, members) {
	const changed = members.filter((m) => i.works[m] === 1 !== isWorking(i, m));
	for (const m of changed) i.works[m] = 1 - i.works[m];
	for (const m of changed) if (i.works[m] === 1) starts(i, m);
	else stops(i, m);
}
function stops(i, m) {
	const s = i.system.members[m].service;
	const { mode } = i.system.services[s];
	if (mode === "active-passive") passiveStops(i, s, m);
	else if (mode === "quorum") voterStops(i, s, m);
	else i.cells[i.layout.member[m]] &= ~MEMBER.returns;
}
function starts(i, m) {
	const s = i.system.members[m].service;
	const { mode, returnsPerSecond } = i.system.services[s];
	if (mode === "active-passive") passiveStarts(i, s, m);
	else if (mode === "quorum") voterStarts(i, s);
	else if (returnsPerSecond !== Infinity) i.cells[i.layout.member[m]] |= MEMBER.returns;
}
// src/analysis/exact/markov-events.ts
/** All that may happen next. Of members that are alike in every respect one stands for all. */
function listEvents(i) {
	const { system: { shocks, domains, members, services }, layout, cells } = i;
	const events = [];
	const add = (perSecond, happen) => {
		if (perSecond > 0) events.push({
			perSecond,
			happen
		});
	};
	shocks.forEach((shock, index) => {
		if (cells[layout.shock[index]] === 0) add(shock.failsPerSecond, (now) => shockStrikes(now, index));
		else add(shock.repairsPerSecond, (now) => shockRepaired(now, index));
	});
	domains.forEach(({ modes }, d) => modes.forEach((mode, bit) => {
		if ((cells[layout.domain[d]] & 1 << bit) === 0) add(mode.failsPerSecond, (now) => domainFails(now, d, bit));
		else add(mode.repairsPerSecond, (now) => domainRepaired(now, d, bit));
	}));
	const alike = countAlike(i);
	members.forEach(({ modes, restartsPerSecond, service }, m) => {
		if (alike[m] > 0) addMember(i, m, alike[m], modes, restartsPerSecond, services[service].returnsPerSecond, add);
	});
	services.forEach(({ mode, failover, electsPerSecond }, s) => {
		if (mode === "quorum" && stageOf(i, s) === QUORUM.electing) add(electsPerSecond, (now) => electionEnds(now, s));
		if (failover !== null) addFailover(i, s, failover, add);
	});
	return events;
}
function addMember(i, m, alike, modes, restartsPerSecond, returnsPerSecond, add) {
	const cell = i.cells[i.layout.member[m]];
	modes.forEach((mode, bit) => {
		if ((cell & 1 << bit) === 0) add(alike * mode.failsPerSecond, (now) => memberFails(now, m, bit));
		else add(alike * mode.repairsPerSecond, (now) => memberRepaired(now, m, bit));
	});
	if ((cell & MEMBER.restarts) !== 0) add(alike * restartsPerSecond, (now) => memberRestarted(now, m));
	if ((cell & MEMBER.returns) !== 0) add(alike * returnsPerSecond, (now) => memberReturns(now, m));
}
function addFailover(i, s, failover, add) {
	const { first, end } = i.system.services[s];
	const stage = stageOf(i, s);
	if (stage === STAGE.serving) add(failover.needlessPerSecond, (now) => failNeedlessly(now, s));
	else if (stage !== STAGE.waiting) add(stagePerSecond(i, s, stage, failover), (now) => stageEnds(now, s));
	if (hasBit(i, s, BIT.home)) add(failover.failback.afterPerSecond, (now) => homeDue(now, s));
	for (let m = first; m < end; m++) if (hasFlag(i, m, FLAG.rebuilds)) add(failover.rebuildsPerSecond, (now) => standbyRebuilt(now, s, m));
}
function stagePerSecond(i, s, stage, failover) {
	switch (stage) {
		case STAGE.detecting: return failover.detectsPerSecond;
		case STAGE.deciding: return failover.decidesPerSecond;
		case STAGE.between: return failover.retriesPerSecond;
		case STAGE.promoting: return promotionPerSecond(i, s);
		default: return failover.redirectsPerSecond;
	}
}
/** [member] how many it stands for; 0: another one stands for it. */
function countAlike({ layout, cells, system: { members } }) {
	const alike = new Int32Array(members.length).fill(1);
	for (let m = members.length - 1; m >= 0; m--) {
		const twin = layout.twin[m];
		if (twin < 0) continue;
		let isAlike = true;
		for (let k = 0; k < layout.blockWidth[m]; k++) isAlike &&= cells[layout.block[m] + k] === cells[layout.block[twin] + k];
		if (!isAlike) continue;
		alike[twin] += alike[m];
		alike[m] = 0;
	}
	return alike;
}
// src/analysis/exact/markov-settle.ts
/**
* All else that happens in the instant of an event: failbacks that wait no time, sites that follow their copies,
* services that look again for somebody to promote. Then what nobody will ask for any more is forgotten, so that states
* that go on alike are one.
*/
function settle(i) {
	for (;;) {
		const due = anyHomeDue(i);
		if (i.asksForShares) updateShares(i);
		if (due >= 0) homeDue(i, due);
		else if (!sitesFollow(i) && !looksAgain(i) && !i.needing.some((s) => needsReturn(i, s))) break;
	}
	forget(i);
	sortBlocks(i.cells, i.layout);
}
/** Sites are up while their copies are not down: all that have changed, then whoever reacts. False: none has. */
function sitesFollow(i) {
	const changed = [];
	for (const s of i.system.onSites) {
		const { first, end } = i.system.services[s];
		for (let m = first; m < end; m++) {
			const isDown = copyAnswer(i, m) < i.system.downBelow;
			if (isDown === hasFlag(i, m, FLAG.siteHeld)) continue;
			setFlag(i, m, FLAG.siteHeld, isDown);
			changed.push(m);
		}
	}
	notice(i, changed.sort((a, b) => a - b));
	return changed.length > 0;
}
function looksAgain(i) {
	if (i.looks.size === 0) return false;
	const waiting = [...i.looks].sort((a, b) => a - b);
	i.looks.clear();
	for (const s of waiting) if (stageOf(i, s) === STAGE.waiting) chooseWhenOver(i, s);
	return true;
}
function forget(i) {
	i.system.services.forEach(({ first, end, failover }, s) => {
		if (failover === null) return;
		const stage = stageOf(i, s);
		if (stage !== STAGE.promoting) {
			setRole(i, s, OWN.target, -1);
			setBit(i, s, BIT.planned, false);
		}
		if (stage === STAGE.serving || stage === STAGE.redirecting) setRole(i, s, OWN.holder, -1);
		if (failover.replication === "none") return;
		const active = roleOf(i, s, OWN.active);
		for (let m = first; m < end; m++) if (i.share[s] > 0 && m !== active && !hasFlag(i, m, FLAG.connected)) setFlag(i, m, FLAG.missed, true);
	});
}
// src/analysis/exact/markov-states.ts
const MOST_STATES = 2e4;
/** What a life takes beside its cells. */
const LIFE_WORK = 1500;
const CELL_WORK = 30;
/** Every state that can be reached, breadth first; null: too many, or too much work. */
function generateChain(system, budget) {
	const layout = layOut(system);
	if (leastStates(system, layout) > 2e4) return null;
	const i = createInstant(system, layout);
	const before = createInstant(system, layout);
	const { width } = layout;
	const known = createStates(width);
	const moves = {
		from: [],
		to: [],
		perSecond: []
	};
	const isDown = [];
	const loses = [];
	fillFirst(i);
	look(i);
	settle(i);
	known.indexOf(i.cells);
	for (let state = 0; state < known.count(); state++) {
		i.cells.set(known.cells().subarray(state * width, (state + 1) * width));
		look(i);
		updateShares(i);
		copy(i, before);
		loses.push(0);
		isDown.push(evaluate(system.entry, i.share) < system.downBelow ? 1 : 0);
		for (const { perSecond, happen } of listEvents(i)) do {
			budget.work -= LIFE_WORK + CELL_WORK * (width + system.members.length);
			if (budget.work < 0) return null;
			copy(before, i);
			i.losses = 0;
			happen(i);
			settle(i);
			const next = known.indexOf(i.cells);
			if (known.count() > 2e4) return null;
			const rate = perSecond * weightOf(i.chance);
			loses[state] += rate * i.losses;
			if (next === state) continue;
			moves.from.push(state);
			moves.to.push(next);
			moves.perSecond.push(rate);
		} while (nextLife(i.chance));
	}
	return {
		states: known.count(),
		from: Int32Array.from(moves.from),
		to: Int32Array.from(moves.to),
		perSecond: Float64Array.from(moves.perSecond),
		isDown: Uint8Array.from(isDown),
		losesPerSecond: Float64Array.from(loses)
	};
}
/** At least so many states there are: what is on and what is not, whatever the services make of it. */
function leastStates({ shocks, domains, members }, { sorts, twin, member, blockWidth, block }) {
	let states = shocks.reduce((product) => product * 2, 1);
	for (const { modes } of domains) states *= 1 << modes.length;
	let alike = 1;
	members.forEach(({ modes }, m) => {
		alike = twin[m] >= 0 ? alike + 1 : 1;
		states *= ((1 << modes.length) + alike - 1) / alike;
	});
	for (const { at, width, count } of sorts) {
		if (member.some((cell, m) => cell === at && block[m] === at && blockWidth[m] === width)) continue;
		for (let i = 2; i <= count; i++) states /= i;
	}
	return states;
}
/** All that an event changes. */
function copy(source, target) {
	target.cells.set(source.cells);
	target.works.set(source.works);
	target.healthy.set(source.healthy);
	target.share.set(source.share);
}
/** States by their cells: an open hash table over one array of all of them. */
function createStates(width) {
	let all = new Uint16Array(width * 256);
	let slots = (/* @__PURE__ */ new Int32Array(1024)).fill(-1);
	let count = 0;
	const hash = (cells, at) => {
		let h = 2166136261;
		for (let k = 0; k < width; k++) h = Math.imul(h ^ cells[at + k], 16777619);
		return (h ^ h >>> 15) & slots.length - 1;
	};
	const isSame = (state, cells) => {
		for (let k = 0; k < width; k++) if (all[state * width + k] !== cells[k]) return false;
		return true;
	};
	const grow = () => {
		slots = new Int32Array(slots.length * 2).fill(-1);
		for (let state = 0; state < count; state++) {
			let slot = hash(all, state * width);
			while (slots[slot] >= 0) slot = slot + 1 & slots.length - 1;
			slots[slot] = state;
		}
	};
	return {
		indexOf(cells) {
			let slot = hash(cells, 0);
			while (slots[slot] >= 0) {
				if (isSame(slots[slot], cells)) return slots[slot];
				slot = slot + 1 & slots.length - 1;
			}
			slots[slot] = count;
			if ((count + 1) * width > all.length) {
				const larger = new Uint16Array(all.length * 2);
				larger.set(all);
				all = larger;
			}
			all.set(cells, count * width);
			count++;
			if (count * 2 > slots.length) grow();
			return count - 1;
		},
		count: () => count,
		cells: () => all
	};
}
// src/analysis/exact/markov.ts
/** A quarter of a second or so. */
const BUDGET = 25e7;
/** The entry's long run; the relative error on unavailability is below 1e-8 or so. */
function markovAvailability(model, budget = { work: BUDGET }) {
	const refused = refusedBy(model, "exact value by a Markov chain");
	if (refused !== null) return { reason: refused };
	const scope = scopeOf(model);
	if (scope === null) return { reason: "it has too many services for a chain" };
	try {
		const chain = generateChain(describeSystem(model, scope), budget);
		if (chain === null && budget.work < 0) return { reason: "it has too many states to go through in a fraction of a second" };
		if (chain === null) return { reason: `it has more than ${grouped(MOST_STATES)} states` };
		const solved = solveChain(chain, budget);
		return typeof solved === "string" ? { reason: solved } : {
			...solved,
			value: 1 - solved.down,
			states: chain.states
		};
	} catch (error) {
		if (error instanceof NotMarkov) return { reason: error.message };
		throw error;
	}
}
// src/analysis/exact/losses-for-good.ts
/**
* How often data are lost for good, of all services together, where that can be calculated: a service without backups
* whose members serve together, or by quorum, and fail by themselves in ways that all destroy data, loses everything as
* often as too few copies are left (a birth–death process; only means count); an active-passive one as often as its
* Markov chain says.
* @returns times a second; null: nothing calculates it; undefined: no failure destroys data
*/
function lossesForGoodPerSecond(model) {
	if (refusedBy(model, "exact value by a Markov chain") !== null) return null;
	const losing = model.services.flatMap((_, i) => canLoseData(model, i) ? [i] : []);
	if (losing.length === 0) return void 0;
	if (model.simulation.warmUpSeconds === 0 || model.services.some(({ sites }) => sites !== null)) return null;
	const budget = { work: BUDGET };
	let sum = 0;
	for (const index of losing) {
		const loses = ofService(model, index, budget);
		if (loses === null) return null;
		sum += loses;
	}
	return sum;
}
function ofService(model, index, budget) {
	const service = model.services[index];
	if (service.placement.length === 0) return 0;
	if (service.backup !== null) return null;
	if (service.mode !== "active-passive" || service.placement.length === 1) return ofTogether(model, service, index);
	const chain = markovAvailability({
		...model,
		entry: index
	}, budget);
	return "reason" in chain ? null : chain.losesPerSecond;
}
/**
* Each member is without data while any of its failures is on, and all others have them: everything is lost as one more
* goes than may be missing, n φ × P(as many of the other n − 1 are without as may be).
*/
function ofTogether(model, { mode, component, placement, required }, index) {
	const failures = component < 0 ? [] : model.components[component].failures;
	const isStruck = model.shocks.some(({ probability, hits }) => probability > 0 && hits.includes(index));
	const goesDark = placement.some((domain) => {
		for (let d = domain; d >= 0; d = model.domains[d].parent) if (model.domains[d].failures.length > 0) return true;
		return false;
	});
	if (isStruck || goesDark || failures.some(({ losesData }) => !losesData)) return null;
	const others = placement.length - 1;
	const missing = placement.length - (mode === "quorum" ? required : 1);
	const without = together(failures);
	let chance = 1;
	for (let i = 1; i <= missing; i++) chance *= without * (others - missing + i) / i;
	for (let i = missing; i < others; i++) chance *= 1 - without;
	return placement.length * strikesPerSecond(failures) * chance;
}
/** How often a member that has data is struck, per second: also by what is repaired in no time. */
function strikesPerSecond(modes) {
	return modes.reduce((sum, mode, i) => {
		return sum + modes.reduce((product, other, j) => j === i ? product : product * (1 - unavailability(other.up, other.down)), 1) / (mean(mode.up) + mean(mode.down));
	}, 0);
}
// src/analysis/exact/markov-parts.ts
/**
* The entry is up while all of these are: models of their own that share no domain that fails, no shock and no service,
* so that their availabilities multiply. The model itself where it does not fall apart.
*/
function independentParts(model, scope) {
	const { services } = model;
	if (!scope.isAllOrNothing) return [model];
	const groups = [];
	for (const own of scope.entry.owns) {
		const inside = insideOf(services, own);
		const resources = resourcesOf(model, inside);
		if (resources.size === 0) continue;
		const group = {
			owns: [own],
			services: inside,
			resources
		};
		for (let i = groups.length - 1; i >= 0; i--) {
			if (![...groups[i].resources].some((resource) => resources.has(resource))) continue;
			const [other] = groups.splice(i, 1);
			group.owns.push(...other.owns);
			other.services.forEach((service) => group.services.add(service));
			other.resources.forEach((resource) => resources.add(resource));
		}
		groups.push(group);
	}
	if (groups.length < 2) return [model];
	return groups.map((group) => partOf(model, group.owns, group.services));
}
function insideOf(services, own) {
	const inside = /* @__PURE__ */ new Set([own]);
	for (const service of inside) {
		const { mode, placement, needs, sites } = services[service];
		for (const copy of sites ?? []) for (const each of involved(answerOf(services, copy))) inside.add(each);
		if (mode === "active-passive" && placement.length > 1) for (const need of needs) for (const each of answerOf(services, need).owns) inside.add(each);
	}
	return inside;
}
/** What takes part in its failures; nothing where it has no members. */
function resourcesOf({ services, domains, shocks }, inside) {
	const resources = /* @__PURE__ */ new Set();
	for (const index of inside) {
		if (services[index].placement.length === 0) continue;
		resources.add(`service ${index}`);
		shocks.forEach((shock, i) => {
			if (shock.probability > 0 && shock.hits.includes(index)) resources.add(`shock ${i}`);
		});
		for (const innermost of new Set(services[index].placement)) for (let d = innermost; d >= 0; d = domains[d].parent) if (domains[d].failures.length > 0) resources.add(`domain ${d}`);
	}
	return resources;
}
function partOf(model, owns, inside) {
	const services = model.services.map((service, i) => inside.has(i) ? {
		...service,
		needs: service.needs.filter((need) => inside.has(need)),
		wants: []
	} : service);
	if (owns.length === 1) return {
		...model,
		services,
		entry: owns[0]
	};
	const entry = {
		...model.services[model.entry],
		component: -1,
		placement: [],
		sites: null,
		mode: "active-active",
		required: 1,
		failover: null,
		replication: null,
		healthCheck: null,
		data: null,
		backup: null,
		needs: owns,
		wants: []
	};
	return {
		...model,
		services: [...services, entry],
		entry: services.length
	};
}
// src/analysis/exact/exact.ts
const known = /* @__PURE__ */ new WeakMap();
/**
* What can be said of the entry without any sampling: its steady-state availability, or why there is none, and with it
* how often it goes down; and how often data are lost for good. First by independence; else, for each part of the model
* that shares nothing with the others, by independence or as a Markov chain.
*/
function exactly(model) {
	let exact = known.get(model);
	if (exact === void 0) known.set(model, exact = calculate(model));
	return exact;
}
/** The entry's exact steady-state availability, or why there is none. */
function exactFigures(model) {
	return exactly(model).availability;
}
function calculate(model) {
	const { figures, rates } = calculateAvailability(model);
	const losses = lossesForGoodPerSecond(model);
	return {
		availability: figures,
		incidents: rates === null ? null : incidentsOf(rates),
		dataLoss: typeof losses === "number" ? { permanentPerYear: losses * SECONDS_PER_YEAR } : null
	};
}
function incidentsOf({ down, failsPerSecond }) {
	return {
		perYear: failsPerSecond * SECONDS_PER_YEAR,
		meanSeconds: failsPerSecond > 0 ? down / failsPerSecond : null
	};
}
function calculateAvailability(model) {
	if (model.simulation.warmUpSeconds === 0) return none("its history begins on the day of commissioning (`warm-up: 0 s`), and an exact value is one of the long run.");
	const whole = independentAvailability(model);
	if ("value" in whole) return {
		figures: {
			value: whole.value,
			method: "independence",
			reason: "Failures and repairs are independent, so only their means count."
		},
		rates: whole
	};
	const scope = scopeOf(model);
	const parts = scope === null ? [model] : independentParts(model, scope);
	const budget = { work: BUDGET };
	let rates = {
		down: 0,
		failsPerSecond: 0
	};
	let value = 1;
	let states = 0;
	let chains = 0;
	for (const part of parts) {
		const independent = parts.length === 1 ? whole : independentAvailability(part);
		if ("value" in independent) {
			value *= independent.value;
			rates = inSeries(rates, independent);
			continue;
		}
		const chain = markovAvailability(part, budget);
		if ("reason" in chain) return none(`${independent.reason}; no Markov chain either: ${chain.reason}.`);
		value *= chain.value;
		rates = inSeries(rates, chain);
		states += chain.states;
		chains++;
	}
	return {
		figures: {
			value,
			method: "markov chain",
			reason: whyChain(parts.length, chains, states)
		},
		rates
	};
}
/** Either goes down while the other is up. */
function inSeries(a, b) {
	return {
		down: a.down + b.down - a.down * b.down,
		failsPerSecond: a.failsPerSecond * (1 - b.down) + b.failsPerSecond * (1 - a.down)
	};
}
function none(reason) {
	return {
		figures: {
			value: null,
			method: null,
			reason
		},
		rates: null
	};
}
function whyChain(parts, chains, states) {
	const size = `${grouped(states)} states`;
	if (chains === 1 && parts === 1) return `Every time that matters is exponential, so this is a Markov chain of ${size}.`;
	return `It falls apart into ${parts} parts that share nothing: ${chains === 1 ? `a Markov chain of ${size}` : `${chains} Markov chains of ${size} in all`}${chains < parts ? ", and parts in which only means count" : ""}.`;
}
// zz-try-8541.ts
const zones = `domains: { z1: { kind: zone, failures: { outage: { mtbf: 4 years, mttr: 'lognormal(1 h, 8 h)' } } }, z2: { kind: zone, failures: { outage: { mtbf: 4 years, mttr: 'lognormal(1 h, 8 h)' } } }, z3: { kind: zone, failures: { outage: { mtbf: 4 years, mttr: 'lognormal(1 h, 8 h)' } } } }`;
const names = (n) => Array.from({ length: n }, (_, i) => "g" + i);
const cases = {
	one: `components: { c: { failures: { f: { mtbf: 1000 h, mttr: 'lognormal(1 h, 24 h)' } } } }
services: { s: { component: c } }`,
	groups: `components: { c: { failures: { f: { mtbf: 10000 h, mttr: constant(1 h) } } } }
services: { e: {needs: [a,b,c,d]}, a: { component: c, replicas: 3 },b: { component: c, replicas: 3 },c: { component: c, replicas: 3 },d: { component: c, replicas: 3 } }
entry: e`,
	lognormal: `components: { c: { failures: { f: { mtbf: 65000 h, mttr: 'lognormal(1 h, 24 h)' } } } }
services: { e: {needs: [a,b,c,d]}, a: { component: c, replicas: 3 },b: { component: c, replicas: 3 },c: { component: c, replicas: 3 },d: { component: c, replicas: 3 } }
entry: e`,
	weibull: `components: { c: { failures: { f: { mtbf: 'weibull(3, 4000 h)', mttr: 'lognormal(1 h, 24 h)' } } } }
services: { s: { component: c, replicas: 3 } }`,
	gamma: `components: { c: { failures: { f: { mtbf: 'gamma(0.5, 4000 h)', mttr: 'weibull(0.5, 3 h)' }, g: { mtbf: 'lognormal(100 days, 400 days)', mttr: 1 h } } } }
services: { s: { component: c, replicas: 3 } }`,
	fire: `domains: { r: { kind: region, failures: { burns: { mtbf: 5000 years, mttr: constant(30 days) } } } }
components: { s: { failures: { crash: { mtbf: 30 days, mttr: 60 s } } } }
services: { web: { component: s, in: r } }`,
	fire2: `domains: { r: { kind: region, failures: { burns: { mtbf: 5000 years, mttr: constant(30 days) } } } }
components: { s: { failures: { crash: { mtbf: 30 days, mttr: 60 s } } } }
services: { web: { component: s, replicas: 2, in: r } }`,
	zones: `${zones}
components: { c: { failures: { f: { mtbf: 2000 h, mttr: 'lognormal(30 min, 4 h)' } } } }
services: { e: { needs: [${names(10).join(",")}] }, ${names(10).map((n) => `${n}: { component: c, replicas: 3, in: [z1, z2, z3] }`).join(", ")} }
entry: e`,
	k17: `components: { c: { failures: { f: { mtbf: 10000 h, mttr: 'lognormal(20 min, 2 h)' } } } }
services: { s: { component: c, replicas: 20, required: 17 } }`,
	mix: `domains: { r: { kind: region, failures: { burns: { mtbf: 500 years, mttr: 10 days } } } }
components: { p: { failures: { f: { mtbf: 100 days, mttr: 'lognormal(1 h, 8 h)' } } }, sh: { failures: { f: { mtbf: 3 years, mttr: 'lognormal(4 h, 30 h)' } } }, w: { failures: { f: { mtbf: 'weibull(3, 2 years)', mttr: 6 h } } } }
services: { e: { needs: [pair, shards, w1, w2], component: p, replicas: 3, in: r }, pair: { component: p, replicas: 2 }, shards: { component: sh, replicas: 20, required: 17 }, w1: { component: w, replicas: 2 }, w2: { component: w, replicas: 2 } }
entry: e`,
	fifty: `components: { c: { failures: { f: { mtbf: 1000 h, mttr: 'lognormal(6 h, 20 h)' } } } }
services: { e: { needs: [${names(50).join(",")}] }, ${names(50).map((n) => `${n}: { component: c, replicas: 3 }`).join(", ")} }
entry: e`,
	long: `components: { c: { failures: { f: { mtbf: 1000 h, mttr: 1 h } } } }
services: { s: { component: c, replicas: 3 } }`,
	shock: `components: { c: { failures: { f: { mtbf: 1 year, mttr: 2 h } } } }
services: { s: { component: c, replicas: 3 }, t: { component: c, replicas: 2, needs: [s] } }
shocks: { bad: { mtbf: 10 years, mttr: 'lognormal(1 h, 10 h)', hits: [s, t], probability: 5% } }
entry: t`,
	k985: `components: { c: { failures: { f: { mtbf: 1000 h, mttr: 'lognormal(2 h, 10 h)' } } } }
services: { s: { component: c, replicas: 1000, required: 985 } }`
};
const work = Number(process.argv[2] ?? 1e5);
const seeds = Number(process.argv[3] ?? 20);
const only = process.argv[4]?.split(",");
for (const [name, text] of Object.entries(cases)) {
	if (only && !only.includes(name)) continue;
	try {
		const model = parseModel("nines: 1\nname: x\n" + text);
		if (name === "long") model.components[0].failures[0].down = {
			kind: "empirical",
			values: [...Array(9999).fill(3600), 18e6]
		};
		const { program } = compile(model);
		const refused = refusedRare(model, program);
		if (refused) {
			console.log(name, refused);
			continue;
		}
		const e = exactFigures(model);
		const exact = e.value === null ? NaN : 1 - e.value;
		const ratios = [];
		let covered = 0, ms = 0, largest = 0, thin = 0, rse = 0, w = 0, st = 0, c = 0;
		for (let s = 0; s < seeds; s++) {
			const t = process.cpuUsage().user;
			const r = estimateRare(program, String(s), work);
			ms += (process.cpuUsage().user - t) / 1e3 / seeds;
			ratios.push(r.unavailability / exact);
			covered += r.ci95[0] <= exact && exact <= r.ci95[1] ? 1 : 0;
			largest = Math.max(largest, r.largestShare);
			thin = Math.max(thin, r.thinShare);
			rse += r.relativeStandardError / seeds;
			w += r.work / seeds;
			st += r.strikes / seeds;
			c = r.classes;
		}
		const m = ratios.reduce((a, b) => a + b, 0) / seeds;
		const v = ratios.reduce((a, b) => a + (b - m) ** 2, 0) / (seeds - 1);
		console.log(name.padEnd(10), "exact", exact.toExponential(3), "mean/exact", m.toFixed(4), "±", Math.sqrt(v / seeds).toFixed(4), "covered", (100 * covered / seeds).toFixed(0) + "%", "var·s", (v * ms / 1e3).toExponential(1), "rse", rse.toFixed(4), "largest", (100 * largest).toFixed(2) + "%", "thin", thin.toFixed(4), "ms", ms.toFixed(0), "work", w.toFixed(0), "strikes", st.toFixed(0), "classes", c);
	} catch (err) {
		console.log(name, String(err).slice(0, 300));
	}
}
export {};
