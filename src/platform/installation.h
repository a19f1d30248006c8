#pragma once

#include "model/marks.h"
#include "platform/file_lock.h"

namespace heed::platform {

/// An entry by its place in its device's chain.
struct RememberedEntry {
    qint64 number = 0;
    QByteArray hash;

    bool operator==(const RememberedEntry&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("number", self.number, {.required = true});
        visit("hash", self.hash, {.required = true});
    }
};

/// The newest entry of another device, and the newest statement of a signed file, that this installation has seen.
using RememberedHead = model::Head;
using RememberedStatement = model::StatementMark;

/// How the last backup to a place went wrong; it goes when one there goes well.
struct RememberedFailure {
    QString place;
    QDateTime at;
    QString sentence;

    bool operator==(const RememberedFailure&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("place", self.place, {.required = true, .longest = 4096});
        visit("at", self.at, {.required = true});
        visit("sentence", self.sentence, {.required = true, .longest = 4096});
    }
};

/// What this installation remembers of one vault, outside it.
struct Installation {
    QByteArray device; ///< empty until this installation first writes
    qint64 number = 0; ///< of the newest entry it wrote; 0 for none
    QByteArray hash;
    std::optional<RememberedEntry> pending; ///< about to be written: decides what happened if the program died
    std::vector<RememberedStatement> statements;
    std::vector<RememberedHead> heads;
    std::vector<QByteArray> leads; ///< keys that the safeguarding leads sign with, under the newest vault.json seen
    std::vector<RememberedFailure> backupFailures;
    int refusals = 0;                   ///< of sign-ins, since somebody was let in
    std::optional<QDateTime> refusedAt; ///< the last of them

    std::optional<RememberedStatement> statement(const QString& file) const;
    std::optional<RememberedHead> head(const QByteArray& ofDevice) const;
    void remember(const RememberedStatement& newest);
    void remember(const RememberedHead& newest);
    void remember(const RememberedFailure& newest);

    bool operator==(const Installation&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("device", self.device);
        visit("number", self.number);
        visit("hash", self.hash);
        visit("pending", self.pending);
        visit("statements", self.statements, {.most = model::anyNumber});
        visit("heads", self.heads, {.most = model::anyNumber});
        visit("leads", self.leads, {.most = 10'000});
        visit("backupFailures", self.backupFailures);
        visit("refusals", self.refusals);
        visit("refusedAt", self.refusedAt);
    }
};

/// The file in the state folder that holds it, one for each vault. Take the lock to read, decide and write.
class InstallationFile {
public:
    static model::Expected<InstallationFile> of(const QByteArray& vault);

    model::Expected<FileLock> lock(std::chrono::milliseconds patience = std::chrono::seconds(10)) const;
    /// Nothing remembered yet is an empty value; a file that cannot be read as one is Damaged.
    model::Expected<Installation> load() const;
    model::Result save(const Installation& installation) const;
    /// This installation starts anew with the vault, as after a restore that was accepted.
    model::Result forget() const;

private:
    explicit InstallationFile(QString path)
        : m_path(std::move(path))
    {
    }

    QString m_path;
};

} // namespace heed::platform
