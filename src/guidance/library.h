#pragma once

#include "guidance/search.h"
#include "model/guidance_file.h"

// The guidance that Heed brings, and what a school adds to it.

namespace heed::guidance {

using File = model::GuidanceFile;

class Library {
public:
    /// What Heed brings. Read once; a file of ours that cannot be read is a broken program, and throws.
    static const Library& builtIn();

    /// Reads files that belong together. The sentence of an error names the file and the key.
    static model::Expected<Library> load(const std::vector<File>& files);

    /// This library and a school's own files. Theirs get ids that begin with "own/", so they never take the place of
    /// one of ours, whatever they are called.
    model::Expected<Library> with(const std::vector<File>& ownFiles) const;

    /// In the order of reading: by section, then by order, then by title.
    const std::vector<Page>& pages() const { return m_pages; }
    /// Contacts first, then by order, then by name.
    const std::vector<Card>& cards() const { return m_cards; }

    std::vector<const Page*> pagesFor(Audience reader) const;
    std::vector<const Card*> cardsFor(Audience reader) const;

    const Page* page(QStringView id) const;
    const Card* card(QStringView id) const;
    /// The page that explains a sign, by the sign's code; ours before a school's own.
    const Page* pageOfSign(QStringView code) const;

    std::vector<Hit> search(const QString& query, std::size_t limit = 50, const Filling& filling = {}) const;

private:
    static model::Expected<Library> read(const std::vector<File>& files, bool own);
    void sort();
    model::Result checkLinks() const;

    std::vector<Page> m_pages;
    std::vector<Card> m_cards;
};

} // namespace heed::guidance
