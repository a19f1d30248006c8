#pragma once

#include "model/error.h"
#include "platform/descriptor.h"

#include <QByteArrayView>

namespace heed::platform {

// Files that are read and written piece by piece. Errors are those of atomic_file.h.

/// Whether a link is as good as what it leads to: yes for a file that somebody chose, no for one of a vault's, where
/// another may have put it to have a private file copied.
enum class Links { Followed, Refused };

/// A plain file, open to be read. A pipe or a device is refused without waiting for it.
class FileReader {
public:
    static model::Expected<FileReader> open(const QString& path, Links links = Links::Followed);

    qint64 size() const { return m_size; } ///< as it was when it was opened
    /// How many bytes, up to `room`, were put into `to`; fewer than that only at the file's end.
    model::Expected<std::size_t> read(void* to, std::size_t room);

private:
    FileReader(Descriptor file, QString path, qint64 size);

    Descriptor m_file;
    QString m_path;
    qint64 m_size;
};

/// A file that is written beside the name that it will have, with exactly `mode`, and is nothing until it has that
/// name.
class NewFile {
public:
    static model::Expected<NewFile> begin(const QString& path, int mode);
    NewFile(NewFile&&) noexcept = default;
    NewFile& operator=(NewFile&&) = delete;
    ~NewFile(); ///< removes what was not finished

    model::Result write(QByteArrayView bytes);
    /// On the disk and under its name, or AlreadyExists.
    model::Result publish();
    /// On the disk and under its name, in the place of what was there.
    model::Result replace();

private:
    NewFile(Descriptor file, QString path, QByteArray beside);
    model::Result close();

    Descriptor m_file;
    QString m_path;
    QByteArray m_beside; ///< its name for now; empty once it has its own
};

} // namespace heed::platform
