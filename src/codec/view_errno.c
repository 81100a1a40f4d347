/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/*
 * Errors by name.  Functions of the kernel return them negative: -2, in a field
 * of whatever size and sign, is -ENOENT.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "codec/view_parts.h"
#include "output/writer.h"

#define E(name)             \
	{                   \
		name, #name \
	}

/* Some differ from one architecture to the next.  Of equal ones the first is shown. */
static const struct {
	int number;
	const char *name;
} errors[] = {
	E(EPERM),
	E(ENOENT),
	E(ESRCH),
	E(EINTR),
	E(EIO),
	E(ENXIO),
	E(E2BIG),
	E(ENOEXEC),
	E(EBADF),
	E(ECHILD),
	E(EAGAIN),
	E(ENOMEM),
	E(EACCES),
	E(EFAULT),
	E(ENOTBLK),
	E(EBUSY),
	E(EEXIST),
	E(EXDEV),
	E(ENODEV),
	E(ENOTDIR),
	E(EISDIR),
	E(EINVAL),
	E(ENFILE),
	E(EMFILE),
	E(ENOTTY),
	E(ETXTBSY),
	E(EFBIG),
	E(ENOSPC),
	E(ESPIPE),
	E(EROFS),
	E(EMLINK),
	E(EPIPE),
	E(EDOM),
	E(ERANGE),
	E(EDEADLK),
	E(ENAMETOOLONG),
	E(ENOLCK),
	E(ENOSYS),
	E(ENOTEMPTY),
	E(ELOOP),
	E(ENOMSG),
	E(EIDRM),
	E(ECHRNG),
	E(EL2NSYNC),
	E(EL3HLT),
	E(EL3RST),
	E(ELNRNG),
	E(EUNATCH),
	E(ENOCSI),
	E(EL2HLT),
	E(EBADE),
	E(EBADR),
	E(EXFULL),
	E(ENOANO),
	E(EBADRQC),
	E(EBADSLT),
	E(EBFONT),
	E(ENOSTR),
	E(ENODATA),
	E(ETIME),
	E(ENOSR),
	E(ENONET),
	E(ENOPKG),
	E(EREMOTE),
	E(ENOLINK),
	E(EADV),
	E(ESRMNT),
	E(ECOMM),
	E(EPROTO),
	E(EMULTIHOP),
	E(EDOTDOT),
	E(EBADMSG),
	E(EOVERFLOW),
	E(ENOTUNIQ),
	E(EBADFD),
	E(EREMCHG),
	E(ELIBACC),
	E(ELIBBAD),
	E(ELIBSCN),
	E(ELIBMAX),
	E(ELIBEXEC),
	E(EILSEQ),
	E(ERESTART),
	E(ESTRPIPE),
	E(EUSERS),
	E(ENOTSOCK),
	E(EDESTADDRREQ),
	E(EMSGSIZE),
	E(EPROTOTYPE),
	E(ENOPROTOOPT),
	E(EPROTONOSUPPORT),
	E(ESOCKTNOSUPPORT),
	E(EOPNOTSUPP),
	E(EPFNOSUPPORT),
	E(EAFNOSUPPORT),
	E(EADDRINUSE),
	E(EADDRNOTAVAIL),
	E(ENETDOWN),
	E(ENETUNREACH),
	E(ENETRESET),
	E(ECONNABORTED),
	E(ECONNRESET),
	E(ENOBUFS),
	E(EISCONN),
	E(ENOTCONN),
	E(ESHUTDOWN),
	E(ETOOMANYREFS),
	E(ETIMEDOUT),
	E(ECONNREFUSED),
	E(EHOSTDOWN),
	E(EHOSTUNREACH),
	E(EALREADY),
	E(EINPROGRESS),
	E(ESTALE),
	E(EUCLEAN),
	E(ENOTNAM),
	E(ENAVAIL),
	E(EISNAM),
	E(EREMOTEIO),
	E(EDQUOT),
	E(ENOMEDIUM),
	E(EMEDIUMTYPE),
	E(ECANCELED),
	E(ENOKEY),
	E(EKEYEXPIRED),
	E(EKEYREVOKED),
	E(EKEYREJECTED),
	E(EOWNERDEAD),
	E(ENOTRECOVERABLE),
	E(ERFKILL),
	E(EHWPOISON),
	E(EWOULDBLOCK),
	E(EDEADLOCK),
	/* include/linux/errno.h of the kernel: its own, which leak now and then */
	{ 512, "ERESTARTSYS" },
	{ 513, "ERESTARTNOINTR" },
	{ 514, "ERESTARTNOHAND" },
	{ 515, "ENOIOCTLCMD" },
	{ 516, "ERESTART_RESTARTBLOCK" },
	{ 517, "EPROBE_DEFER" },
	{ 518, "EOPENSTALE" },
	{ 519, "ENOPARAM" },
	{ 521, "EBADHANDLE" },
	{ 522, "ENOTSYNC" },
	{ 523, "EBADCOOKIE" },
	{ 524, "ENOTSUPP" },
	{ 525, "ETOOSMALL" },
	{ 526, "ESERVERFAULT" },
	{ 527, "EBADTYPE" },
	{ 528, "EJUKEBOX" },
	{ 529, "EIOCBQUEUED" },
	{ 530, "ERECALLCONFLICT" },
	{ 531, "ENOGRACE" },
};

#define N_ERRORS (sizeof(errors) / sizeof(*errors))

/* The field, read as a signed number whatever its type says. */
static struct laid_view as_signed(const struct laid_view *laid)
{
	struct laid_view ret = *laid;

	ret.is_signed = true;
	return ret;
}

static const char *name_of(uint64_t number)
{
	for (size_t i = 0; i < N_ERRORS; i++)
		if ((uint64_t)errors[i].number == number)
			return errors[i].name;
	return NULL;
}

void view_write_errno(const struct laid_view *laid, const struct label *label, const uint8_t *p,
		      struct writer *out)
{
	const struct laid_view field = as_signed(laid);
	int64_t number = (int64_t)view_load(&field, p);
	const char *name = name_of(number < 0 ? -(uint64_t)number : (uint64_t)number);
	char spelled[32];

	if (laid->is_numeric || !name) {
		view_write_number(laid, label, p, out);
		return;
	}
	snprintf(spelled, sizeof(spelled), "%s%s", number < 0 ? "-" : "", name);
	writer_str(out, label, spelled);
}

bool view_take_errno(const struct laid_view *laid, const char *text, size_t len, uint8_t *bytes)
{
	const struct laid_view field = as_signed(laid);
	bool is_negative = *text == '-';

	(void)len;
	for (size_t i = 0; i < N_ERRORS; i++) {
		uint64_t number = (uint64_t)errors[i].number;

		if (!strcmp(errors[i].name, text + is_negative))
			return view_store(&field, is_negative ? -number : number, bytes);
	}
	return false;
}
