/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* `counter run packets`: one row, a column a CPU; with --protocols a row a protocol. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "counts/columns.h"
#include "counts/members.h"
#include "counts/view.h"
#include "kern/cpus.h"
#include "kern/map_calls.h"
#include "output/writer.h"

/* What a value of protocol_stats is made of. */
enum { PACKETS, BYTES, N_WORDS };

struct cpus {
	uint32_t *online; /* rising */
	size_t n;
};

static const struct count_labels label_packets = COUNT_LABELS("packets");

static const struct counter_view_map *other_map(const struct counter_run *run)
{
	static const struct counter_view_map protocols = { "protocol_stats", sizeof(uint32_t),
							   N_WORDS };

	return run->protocols ? &protocols : NULL;
}

/* Where nobody can tell, it stays as it was: at first, all that are possible. */
static void look_who_is_online(struct cpus *cpus)
{
	uint32_t *online;
	size_t n;

	if (kern_online_cpus(&online, &n))
		return;
	free(cpus->online);
	cpus->online = online;
	cpus->n = n;
}

static int prepare(struct counter_run *run, struct err *err)
{
	struct cpus *cpus;

	(void)err;
	if (run->protocols)
		return 0;
	cpus = mem_zero(sizeof(*cpus));
	cpus->n = kern_possible_cpus();
	cpus->online = mem_zero(cpus->n * sizeof(*cpus->online));
	for (uint32_t i = 0; i < cpus->n; i++)
		cpus->online[i] = i;
	run->names = cpus;
	return 0;
}

static void done(struct counter_run *run)
{
	struct cpus *cpus = run->names;

	if (!cpus)
		return;
	free(cpus->online);
	free(cpus);
	run->names = NULL;
}

/* Whatever CPU counted it, online or not. */
static uint64_t total(const struct tally_row *row, size_t word, size_t n_words)
{
	uint32_t n = kern_possible_cpus();
	uint64_t sum = 0;

	for (uint32_t i = 0; i < n; i++)
		sum += row->words[i * n_words + word];
	return sum;
}

static void write_protocol_row(const struct counter_run *run, const struct tally_row *row,
			       struct writer *out)
{
	static const struct count_labels label_bytes = COUNT_LABELS("bytes");
	uint32_t number;

	memcpy(&number, row->key, sizeof(number));
	write_protocol(run, (uint8_t)number, out);
	write_count(run, &label_packets, total(row, PACKETS, N_WORDS), out);
	write_count(run, &label_bytes, total(row, BYTES, N_WORDS), out);
}

static void write_columns(const struct counter_run *run, const struct tally_row *row,
			  struct counter_columns *columns)
{
	const struct cpus *cpus = run->names;
	const char *a_second = run->rate ? "/S" : "";
	char title[sizeof("CPU4294967295/S")];

	for (size_t i = 0; i < cpus->n; i++) {
		uint32_t cpu = cpus->online[i];

		snprintf(title, sizeof(title), "CPU%u%s", cpu, a_second);
		counter_columns_add(columns, title, count_for_people(run, row->words[cpu]));
	}
	snprintf(title, sizeof(title), "TOTAL%s", a_second);
	counter_columns_add(columns, title, count_for_people(run, total(row, 0, 1)));
}

static bool write_text(const struct counter_run *run, const struct tally *tally, size_t width,
		       struct stream *out)
{
	if (run->protocols)
		return false;
	look_who_is_online(run->names);
	for (size_t i = 0; i < tally->n; i++) {
		struct counter_columns columns = { .out = out, .width = width };

		write_columns(run, &tally->rows[i], &columns);
		counter_columns_finish(&columns);
	}
	return true;
}

static void write_members(const struct counter_run *run, const struct tally_row *row,
			  struct writer *out)
{
	static const struct label label_cpus = LABEL("cpus"), label_cpu = LABEL("cpu");
	const struct cpus *cpus = run->names;

	write_count(run, &label_packets, total(row, 0, 1), out);
	out->format->open(out, &label_cpus, NEST_ARRAY);
	for (size_t i = 0; i < cpus->n; i++) {
		uint32_t cpu = cpus->online[i];

		out->format->open(out, &label_element, NEST_OBJECT);
		out->format->uint(out, &label_cpu, cpu);
		write_count(run, &label_packets, row->words[cpu], out);
		out->format->close(out, NEST_OBJECT);
	}
	out->format->close(out, NEST_ARRAY);
}

static void write_row(const struct counter_run *run, const struct tally_row *row,
		      struct writer *out)
{
	if (run->protocols) {
		write_protocol_row(run, row, out);
		return;
	}
	look_who_is_online(run->names);
	write_members(run, row, out);
}

const struct counter_view view_packets = {
	.counter = "packets",
	.map = { "packet_counts", sizeof(uint32_t), 1 },
	.other_map = other_map,
	.is_percpu = true,
	.takes = COUNTER_TAKES_TOP | COUNTER_TAKES_RATE | COUNTER_TAKES_PROTOCOLS,
	.prepare = prepare,
	.done = done,
	.write_row = write_row,
	.write_text = write_text,
};
