#include "golden.h"

#include "session/logging.h"
#include "session/review.h"
#include "session/state.h"
#include "session/upkeep.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace heed::golden {
namespace {

std::unique_ptr<session::Session> signIn(const QString& folder, const QString& name, const QString& password,
                                         QStringList& lines)
{
    auto made = session::Session::signIn(folder + u'/' + vaultName, name, crypto::spanOf(password.toUtf8()));
    if (!made) {
        lines << QStringLiteral("%1: %2").arg(name, made.error().message);
        return nullptr;
    }
    lines << QStringLiteral("%1: signed in, desk \"%2\"%3")
                 .arg(name, (*made)->member().desk, (*made)->isReadOnly() ? QStringLiteral(", read only") : QString());
    for (const auto& warning : (*made)->warnings())
        lines << QStringLiteral("  warning: ") + warning;
    return std::move(*made);
}

void tellRecords(const std::vector<model::Case>& records, QStringList& lines)
{
    for (const auto& record : records) {
        lines << QStringLiteral("  %1 by %2, %3, %4 events, %5: %6")
                     .arg(record.reference, record.author, model::nameOf(record.state))
                     .arg(record.events.size())
                     .arg(record.fingerprint, record.logged.concern.facts);
        for (const auto& event : record.events)
            lines << QStringLiteral("    %1 %2 %3")
                         .arg(event.at.toUTC().toString(Qt::ISODate), model::nameOf(event.kind), event.author);
    }
}

} // namespace

QStringList tell(const QString& folder)
{
    QStringList lines;
    qputenv("XDG_STATE_HOME", QDir(folder).absoluteFilePath(stateName).toLocal8Bit());
    if (auto session = signIn(folder, lead, leadPassword, lines)) {
        auto& state = session->state();
        const auto& policy = state.policy();
        lines << QStringLiteral("vault.json %1, safeguarding %2 with %3 epochs")
                     .arg(policy.vault.lineage.counter)
                     .arg(policy.desk(model::safeguardingDesk)->lineage.counter)
                     .arg(policy.desk(model::safeguardingDesk)->epochs.size());
        if (const auto checked = session::verify(*session)) {
            lines << QStringLiteral("%1 entries").arg(checked->entries);
            QStringList findings;
            for (const auto& finding : checked->findings)
                findings << QStringLiteral("  %1, %2: %3").arg(finding.code, finding.place, finding.sentence);
            findings.sort();
            lines << findings;
        } else {
            lines << checked.error().message;
        }
        if (const auto records = state.desk->records(policy))
            tellRecords(*records, lines);
    }
    signIn(folder, second, secondPassword, lines);
    if (auto session = signIn(folder, staff, staffPassword, lines)) {
        std::vector<model::Case> records;
        if (const auto mine = session::myConcerns(*session))
            for (const auto& one : *mine)
                records.push_back(one.record);
        tellRecords(records, lines);
    }
    QFile::remove(folder + u'/' + vaultName + QStringLiteral("/vault.json"));
    QFile::copy(folder + u'/' + forkName, folder + u'/' + vaultName + QStringLiteral("/vault.json"));
    lines << QStringLiteral("With the other vault.json:");
    signIn(folder, lead, leadPassword, lines);
    return lines;
}

void copyFolder(const QString& from, const QString& to)
{
    QDir().mkpath(to);
    QDirIterator files(from, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        const auto target = to + u'/' + QDir(from).relativeFilePath(files.filePath());
        QDir().mkpath(files.fileInfo().isDir() ? target : QFileInfo(target).absolutePath());
        if (files.fileInfo().isFile() && QFile::copy(files.filePath(), target))
            QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner);
    }
}

} // namespace heed::golden
