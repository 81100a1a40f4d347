/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Points in time, as ISO 8601 has them, in UTC: seconds in 4 bytes, nanoseconds
 * in 8.  They are calculated here: the C library reads files for that.
 */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "codec/view_parts.h"
#include "output/writer.h"

#define BILLION	 1000000000
#define MILLION	 1000000
#define DAY	 86400
#define ERA_DAYS 146097 /* of 400 years, after which the calendar repeats */
#define TO_ERA	 719468 /* days from 1st March of the year 0 to 1970 */

struct point {
	int64_t seconds; /* since 1970 */
	uint32_t nanoseconds;
};

struct date {
	int64_t year;
	uint32_t month, day; /* from 1 */
};

static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* Years that begin in March have their leap day at the end. */
static struct date date_of(int64_t days)
{
	int64_t era = floor_div(days + TO_ERA, ERA_DAYS);
	uint32_t day = (uint32_t)(days + TO_ERA - era * ERA_DAYS);
	uint32_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
	uint32_t month;

	day -= 365 * year + year / 4 - year / 100;
	month = (5 * day + 2) / 153;
	return (struct date){
		.year = era * 400 + year + (month >= 10),
		.month = month < 10 ? month + 3 : month - 9,
		.day = day - (153 * month + 2) / 5 + 1,
	};
}

static int64_t days_of(const struct date *date)
{
	int64_t years = date->year - (date->month < 3), era = floor_div(years, 400);
	uint32_t year = (uint32_t)(years - era * 400);
	uint32_t month = date->month < 3 ? date->month + 9 : date->month - 3;
	uint32_t day = (153 * month + 2) / 5 + date->day - 1;

	return era * ERA_DAYS + 365 * year + year / 4 - year / 100 + day - TO_ERA;
}

static void point_write(const struct point *point, bool is_fine, const struct label *label,
			struct writer *out)
{
	int64_t days = floor_div(point->seconds, DAY);
	uint32_t second = (uint32_t)(point->seconds - days * DAY);
	struct date date = date_of(days);
	char spelled[64], fraction[16] = "";

	if (is_fine)
		snprintf(fraction, sizeof(fraction), ".%09u", point->nanoseconds);
	snprintf(spelled, sizeof(spelled), "%04lld-%02u-%02uT%02u:%02u:%02u%sZ",
		 (long long)date.year, date.month, date.day, second / 3600, second / 60 % 60,
		 second % 60, fraction);
	writer_str(out, label, spelled);
}

/* Up to nine digits behind a point, then Z and the end. */
static bool fraction_parse(const char *text, uint32_t *ret)
{
	uint32_t nanoseconds = 0, unit = BILLION / 10;

	if (*text == '.') {
		size_t n = strspn(++text, "0123456789");

		if (n < 1 || n > 9)
			return false;
		for (; n; n--, unit /= 10)
			nanoseconds += (uint32_t)(*text++ - '0') * unit;
	}
	*ret = nanoseconds;
	return !strcmp(text, "Z");
}

/* 2026-11-21T09:30:00Z; a date that is none, as 30th February, is not taken. */
static bool point_parse(const char *text, struct point *ret)
{
	static const char shape[] = "0000-00-00T00:00:00";
	unsigned int year, hour, minute, second;
	struct date date, again;
	int64_t days;

	for (size_t i = 0; shape[i]; i++)
		if (shape[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != shape[i])
			return false;
	if (sscanf(text, "%4u-%2u-%2uT%2u:%2u:%2u", &year, &date.month, &date.day, &hour, &minute,
		   &second) != 6)
		return false;
	date.year = year;
	if (date.month < 1 || date.month > 12 || date.day < 1 || hour > 23 || minute > 59 ||
	    second > 59)
		return false;
	days = days_of(&date);
	again = date_of(days);
	if (again.month != date.month || again.day != date.day)
		return false;
	ret->seconds = days * DAY + hour * 3600 + minute * 60 + second;
	return fraction_parse(text + sizeof(shape) - 1, &ret->nanoseconds);
}

static struct point point_of(const struct laid_view *laid, const uint8_t *p)
{
	uint64_t number = view_load(laid, p);
	struct point point = { 0 };

	if (laid->size == 4) {
		point.seconds = (int64_t)number;
	} else if (laid->is_signed) {
		int64_t rest = (int64_t)number % BILLION;

		point.seconds = floor_div((int64_t)number, BILLION);
		point.nanoseconds = (uint32_t)(rest < 0 ? rest + BILLION : rest);
	} else {
		point.seconds = (int64_t)(number / BILLION);
		point.nanoseconds = (uint32_t)(number % BILLION);
	}
	return point;
}

static bool point_store(const struct laid_view *laid, struct point point, uint8_t *bytes)
{
	uint64_t number;
	int64_t behind;

	if (laid->size == 4)
		return !point.nanoseconds && view_store(laid, (uint64_t)point.seconds, bytes);
	if (point.seconds < 0) {
		/* The last second of the range is not whole: counted from its end. */
		if (!laid->is_signed ||
		    __builtin_mul_overflow(point.seconds + 1, (int64_t)BILLION, &behind) ||
		    __builtin_sub_overflow(behind, BILLION - (int64_t)point.nanoseconds, &behind))
			return false;
		return view_store(laid, (uint64_t)behind, bytes);
	}
	if (__builtin_mul_overflow((uint64_t)point.seconds, (uint64_t)BILLION, &number) ||
	    __builtin_add_overflow(number, point.nanoseconds, &number) ||
	    (laid->is_signed && number > INT64_MAX))
		return false;
	return view_store(laid, number, bytes);
}

void view_write_time(const struct laid_view *laid, const struct label *label, const uint8_t *p,
		     struct writer *out)
{
	struct point point = point_of(laid, p);

	point_write(&point, laid->size == 8, label, out);
}

bool view_take_time(const struct laid_view *laid, const char *text, size_t len, uint8_t *bytes)
{
	struct point point;

	(void)len;
	return point_parse(text, &point) && point_store(laid, point, bytes);
}

/* How far the wall's clock is ahead of CLOCK_MONOTONIC: of several readings the quickest. */
static int64_t measure_milliseconds(void)
{
	struct timespec before, wall, after;
	int64_t least = INT64_MAX, found = 0;

	for (int i = 0; i < 8; i++) {
		int64_t took;

		clock_gettime(CLOCK_MONOTONIC, &before);
		clock_gettime(CLOCK_REALTIME, &wall);
		clock_gettime(CLOCK_MONOTONIC, &after);
		took = (after.tv_sec - before.tv_sec) * (int64_t)BILLION + after.tv_nsec -
		       before.tv_nsec;
		if (took >= least)
			continue;
		least = took;
		found = (wall.tv_sec - before.tv_sec) * INT64_C(1000) +
			floor_div(wall.tv_nsec - before.tv_nsec - took / 2 + MILLION / 2, MILLION);
	}
	return found;
}

/*
 * When CLOCK_MONOTONIC was 0, in whole milliseconds: the two clocks cannot be
 * read at the same moment, and what one run of mapctl shows the next has to take back.
 */
static int64_t boot_milliseconds(void)
{
	static int64_t found;

	if (!found)
		found = measure_milliseconds();
	return found;
}

static struct point moved(struct point point, int64_t milliseconds)
{
	int64_t seconds = floor_div(milliseconds, 1000);

	point.seconds += seconds;
	point.nanoseconds += (uint32_t)(milliseconds - seconds * 1000) * MILLION;
	if (point.nanoseconds >= BILLION) {
		point.nanoseconds -= BILLION;
		point.seconds++;
	}
	return point;
}

void view_write_ktime(const struct laid_view *laid, const struct label *label, const uint8_t *p,
		      struct writer *out)
{
	struct point point = moved(point_of(laid, p), boot_milliseconds());

	point_write(&point, true, label, out);
}

bool view_take_ktime(const struct laid_view *laid, const char *text, size_t len, uint8_t *bytes)
{
	struct point point;

	(void)len;
	return point_parse(text, &point) &&
	       point_store(laid, moved(point, -boot_milliseconds()), bytes);
}
