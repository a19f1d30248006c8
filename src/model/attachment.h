#pragma once

#include "model/shape.h"

namespace heed::model {

/// A file that somebody attached, as whoever may read its entry sees it.
struct AttachedFile {
    QString file;    ///< its name in files/, and so its id
    QString name;    ///< as its author knew it
    QString media;   ///< what its first bytes say it is, such as "image/png"; empty for nothing known
    qint64 size = 0; ///< bytes, before it was sealed
    QByteArray hash; ///< of the sealed file

    bool operator==(const AttachedFile&) const = default;
};

/// The same with the key that opens it, as it stands in the sealed content of its entry.
struct Attachment {
    AttachedFile about;
    QByteArray key;

    bool operator==(const Attachment&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("name", self.about.name, {.required = true});
        visit("file", self.about.file, {.required = true});
        visit("media", self.about.media);
        visit("size", self.about.size, {.required = true});
        visit("key", self.key, {.required = true});
        visit("hash", self.about.hash, {.required = true});
    }
};

} // namespace heed::model
