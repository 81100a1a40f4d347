/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* `counter run connections`: a row for each that packets came in of. */
#include <arpa/inet.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/clock.h"
#include "counts/members.h"
#include "counts/view.h"
#include "output/writer.h"

#define NANOSECONDS 1000000000
#define REAL_DIGITS 17

/* As struct connection of bpf/connections.bpf.c. */
struct connection {
	struct in6_addr saddr, daddr; /* of IPv4: mapped */
	uint16_t sport, dport;	      /* in the network's order; 0: none */
	uint8_t protocol;
};

/* What a value is made of. */
enum { PACKETS, BYTES, LAST_SEEN };

static void spell_address(const struct in6_addr *address, char ret[INET6_ADDRSTRLEN])
{
	if (IN6_IS_ADDR_V4MAPPED(address))
		inet_ntop(AF_INET, &address->s6_addr[12], ret, INET6_ADDRSTRLEN);
	else
		inet_ntop(AF_INET6, address, ret, INET6_ADDRSTRLEN);
}

static void write_address(const struct label *label, const struct in6_addr *address,
			  struct writer *out)
{
	char spelled[INET6_ADDRSTRLEN];

	spell_address(address, spelled);
	writer_str(out, label, spelled);
}

/* 10.0.0.1:443, [2001:db8::1]:443 */
static void write_end(const struct label *label, const struct in6_addr *address, uint16_t port,
		      struct writer *out)
{
	_cleanup_(buf_done) struct buf end = { 0 };
	char spelled[INET6_ADDRSTRLEN];

	if (!port) {
		write_address(label, address, out);
		return;
	}
	spell_address(address, spelled);
	buf_printf(&end, strchr(spelled, ':') ? "[%s]:%u" : "%s:%u", spelled, ntohs(port));
	out->format->text(out, label, buf_str(&end), end.len);
}

/* How long ago that is, in seconds with one decimal. */
static void write_ago(uint64_t last_seen, struct writer *out)
{
	static const struct label label_last = LABEL("last");
	uint64_t now = clock_now();
	/* Its packets go on coming while it is shown. */
	uint64_t ago = now > last_seen ? now - last_seen : 0;

	out->format->real(out, &label_last, (double)(ago / (NANOSECONDS / 10)) / 10, REAL_DIGITS);
}

static void write_counts(const struct counter_run *run, const uint64_t *words, struct writer *out)
{
	static const struct count_labels label_packets = COUNT_LABELS("packets"),
					 label_bytes = COUNT_LABELS("bytes");

	write_count(run, &label_packets, words[PACKETS], out);
	write_count(run, &label_bytes, words[BYTES], out);
}

static void write_columns(const struct counter_run *run, const struct connection *connection,
			  const uint64_t *words, struct writer *out)
{
	static const struct label label_source = LABEL_LOOK("source", LOOK_NAME),
				  label_destination = LABEL_LOOK("destination", LOOK_NAME);

	write_end(&label_source, &connection->saddr, connection->sport, out);
	write_end(&label_destination, &connection->daddr, connection->dport, out);
	write_protocol(run, connection->protocol, out);
	write_counts(run, words, out);
	write_ago(words[LAST_SEEN], out);
}

static void write_members(const struct counter_run *run, const struct connection *connection,
			  const uint64_t *words, struct writer *out)
{
	static const struct label label_saddr = LABEL("saddr"), label_sport = LABEL("sport"),
				  label_daddr = LABEL("daddr"), label_dport = LABEL("dport"),
				  label_last_seen = LABEL("last_seen");

	write_address(&label_saddr, &connection->saddr, out);
	out->format->uint(out, &label_sport, ntohs(connection->sport));
	write_address(&label_daddr, &connection->daddr, out);
	out->format->uint(out, &label_dport, ntohs(connection->dport));
	write_protocol(run, connection->protocol, out);
	write_counts(run, words, out);
	out->format->uint(out, &label_last_seen, words[LAST_SEEN]);
}

static void write_row(const struct counter_run *run, const struct tally_row *row,
		      struct writer *out)
{
	struct connection connection;

	memcpy(&connection, row->key, sizeof(connection));
	if (run->is_machine)
		write_members(run, &connection, row->words, out);
	else
		write_columns(run, &connection, row->words, out);
}

const struct counter_view view_connections = {
	.counter = "connections",
	.map = { "connections", sizeof(struct connection), 3 },
	.n_states = 1, /* last_seen */
	.takes = COUNTER_TAKES_TOP | COUNTER_TAKES_RATE,
	.write_row = write_row,
};
