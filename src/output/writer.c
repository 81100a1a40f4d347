/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
#include "output/writer.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "output/formats.h"

const struct writer_format *const writer_formats[] = {
	&text_format, &json_format, &jsonl_format, &hex_format, &bpftool_format, NULL,
};

const struct writer_format *writer_format_find(const char *name)
{
	const struct writer_format *const *format;

	for (format = writer_formats; *format; format++) {
		if (!strcmp((*format)->name, name))
			break;
	}
	return *format;
}

struct writer *writer_new(const struct writer_format *format, struct stream *out,
			  const struct writer_options *options)
{
	struct writer *w = mem_zero(format->size);

	w->format = format;
	w->out = out;
	w->options = *options;
	return w;
}

struct writer *writer_free(struct writer *w)
{
	if (w && w->format->done)
		w->format->done(w);
	free(w);
	return NULL;
}
