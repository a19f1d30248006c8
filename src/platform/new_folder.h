#pragma once

#include "model/error.h"
#include "platform/descriptor.h"

#include <QString>

namespace heed::platform {

/// A folder that is filled beside its place, as "<place>.unfinished-…", and then gets its name: nobody meets a
/// half-made one. One that was not published goes with this; what a program that died has left goes when the next one
/// begins there.
class NewFolder {
public:
    /// Makes the folder. Errors: NoPermission, DiskFull.
    static model::Expected<NewFolder> begin(const QString& place, int mode);
    ~NewFolder();
    NewFolder(NewFolder&&) noexcept;
    NewFolder& operator=(NewFolder&&) = delete;

    const QString& path() const { return m_path; }
    /// Gives it its name, durably. Where that is taken by anything but an empty folder: AlreadyExists.
    model::Result publish();

private:
    NewFolder(Descriptor lock, QString path, QString place);

    Descriptor m_lock; ///< of the folder itself, for as long as somebody fills it
    QString m_path;
    QString m_place;
};

} // namespace heed::platform
