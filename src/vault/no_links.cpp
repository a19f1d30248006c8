#include "vault/no_links.h"

#include "platform/atomic_file.h"

#include <QDir>
#include <QFileInfo>

namespace heed::vault {

model::Result holdsNoLinks(const Folder& folder)
{
    if (folder.folderMode() != platform::groupFolder)
        return {};
    for (const auto& path : {folder.desksFolder(), folder.membersFolder(), folder.files(), folder.drafts(),
                             folder.backups(), QString(folder.backups() + QStringLiteral("/files"))})
        if (QFileInfo(path).isSymLink())
            return model::failure(model::ErrorCode::Damaged,
                                  QStringLiteral("\"%1\" in the vault is a link to elsewhere, and Heed follows none "
                                                 "there: take it away, and find out who put it there.")
                                      .arg(QDir(folder.path()).relativeFilePath(path)));
    return {};
}

} // namespace heed::vault
