/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include <stdio.h>
#include <string.h>

#include <arpa/inet.h>

#include "codec/encode_parts.h"
#include "codec/view_parts.h"
#include "output/writer.h"

static void write_ip(int family, const struct label *label, const uint8_t *p, struct writer *out)
{
	char spelled[INET6_ADDRSTRLEN];

	writer_str(out, label, inet_ntop(family, p, spelled, sizeof(spelled)));
}

void view_write_ipv4(const struct laid_view *laid, const struct label *label, const uint8_t *p,
		     struct writer *out)
{
	(void)laid;
	write_ip(AF_INET, label, p, out);
}

bool view_take_ipv4(const struct laid_view *laid, const char *text, size_t len, uint8_t *bytes)
{
	(void)laid;
	(void)len;
	return inet_pton(AF_INET, text, bytes) == 1;
}

void view_write_ipv6(const struct laid_view *laid, const struct label *label, const uint8_t *p,
		     struct writer *out)
{
	(void)laid;
	write_ip(AF_INET6, label, p, out);
}

bool view_take_ipv6(const struct laid_view *laid, const char *text, size_t len, uint8_t *bytes)
{
	(void)laid;
	(void)len;
	return inet_pton(AF_INET6, text, bytes) == 1;
}

void view_write_mac(const struct laid_view *laid, const struct label *label, const uint8_t *p,
		    struct writer *out)
{
	char spelled[sizeof("00:00:00:00:00:00")];

	(void)laid;
	snprintf(spelled, sizeof(spelled), "%02x:%02x:%02x:%02x:%02x:%02x", p[0], p[1], p[2], p[3],
		 p[4], p[5]);
	writer_str(out, label, spelled);
}

bool view_take_mac(const struct laid_view *laid, const char *text, size_t len, uint8_t *bytes)
{
	(void)laid;
	(void)len;
	return mac_parse(text, bytes);
}
