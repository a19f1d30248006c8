#pragma once

#include "rules/problem.h"

#include "model/attachment.h"
#include "model/kind.h"

#include <QByteArrayView>

namespace heed::rules {

constexpr std::size_t mostAttachments = 10;              // of one entry
constexpr qint64 largestAttachment = 40LL * 1024 * 1024; // bytes
constexpr std::size_t attachmentHead = 4096; // bytes that mediaOf and mayAttach want to see, if there are so many

/// What stands before the first file that somebody attaches. To make (which copying is), show or pass on an
/// indecent photograph of a child is an offence: Protection of Children Act 1978, section 1.
QString attachmentWarning();

/// The name as it is kept and shown: the last part of a path, without line ends and marks that turn text around, and
/// not too long. Never empty.
QString attachmentName(const QString& path);

/// What the first bytes say it is: "image/png", "application/pdf", "text/plain" …; empty for what is not known. The
/// name is not asked: it can say anything.
QString mediaOf(QByteArrayView head);

/// What people call it: "picture", "PDF", "text", "file of another kind".
QString mediaTitle(const QString& media);

enum class Showing { Picture, Text, Nothing };
/// How Heed can show it inside its window.
Showing showingOf(const QString& media);
/// Why Heed does not show it, in one sentence; empty for what it shows.
QString whyNotShown(const QString& media);

/// Whether a file of this name, size and beginning may be attached beside `already` others; else a sentence that names
/// it. Programs are refused by what they are and by what Windows would take them for.
Answer mayAttach(const QString& name, qint64 size, QByteArrayView head, std::size_t already);
/// The sentence for one that is too large.
QString tooLarge(const QString& name, qint64 size);

/// Whether an entry of this kind may carry these, as they stand in it. Asked before writing and again by the
/// projection: a name in files/ must not lead anywhere else.
Answer mayCarry(model::Kind kind, const std::vector<model::Attachment>& attachments);

/// Whether this can be a name in files/.
bool isAttachmentFile(const QString& file);

/// "1.4 MB", "20 KB", "12 bytes".
QString sizeText(qint64 size);

} // namespace heed::rules
