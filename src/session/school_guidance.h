#pragma once

#include "guidance/library.h"
#include "session/session.h"

namespace heed::session {

// The pages and cards that a school adds to the guidance: its policy, its local numbers. They stand in vault.json and
// are signed with the profile; every change is an entry with its author and reason.

/// What a school added, in the order in which it came.
std::vector<model::GuidanceFile> schoolGuidance(Session& session);

/// What Heed brings with what a school added. Files that this Heed cannot read (a newer Heed wrote them) are left out.
guidance::Library libraryWith(const std::vector<model::GuidanceFile>& files);

/// Adds a page or a card, or puts it in the place of the one with its name. By a DSL. BadInput names the file, the key
/// and what is wrong with it, or the limit that it would break: 64 KiB for one file, 50 files, 512 KiB in all.
model::Result addGuidance(Session& session, const model::GuidanceFile& file, const QString& reason);

/// Takes one out, by its file's name or its id ("own/policy"). By a DSL; the journal keeps what it said. NotFound names
/// those that there are.
model::Result removeGuidance(Session& session, const QString& name, const QString& reason);

/// A page as a person writes it in Heed: the rest of its header is Heed's to fill.
struct WrittenPage {
    QString title;
    QString summary;
    std::vector<guidance::Audience> audience;
    QString text;   ///< Markdown; headings begin with ##
    QString source; ///< where it comes from: "Our child protection policy, 2026"
};

/// The file of such a page, reviewed on `today`. BadInput says what is missing, or what the page may not hold.
model::Expected<model::GuidanceFile> writePage(const WrittenPage& page, const QDate& today);

/// The file of a card that a person filled in, checked on its `checked` day; its `id` follows from its name.
model::Expected<model::GuidanceFile> writeCard(const guidance::Card& card);

/// A page as it can be written anew; nothing where its header holds more than WrittenPage does.
std::optional<WrittenPage> writtenPage(const guidance::Page& page);

} // namespace heed::session
