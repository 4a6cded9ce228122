# What R reads in an edition, for tests: its TEI with xml2, its plain text with tm.
# Rscript read_edition.R TEI-FOLDER TEXT-FOLDER…; one line each, its fields parted by tabs.

suppressPackageStartupMessages({
  library(xml2)
  library(tm)
})

says <- function(...) writeLines(enc2utf8(paste(..., sep = "\t")), useBytes = TRUE)
spaced <- function(text) trimws(gsub("[ \t\r\n]+", " ", text))

folders <- commandArgs(trailingOnly = TRUE)
tei <- c(tei = "http://www.tei-c.org/ns/1.0")

for (file in list.files(folders[1], "[.]xml$", recursive = TRUE)) {
  document <- read_xml(file.path(folders[1], file))
  elements <- xml_find_all(document, "//tei:*", tei)
  types <- xml_attr(elements, "type")
  kinds <- table(ifelse(is.na(types), xml_name(elements), paste(xml_name(elements), types)))
  says("kind", file, names(kinds), kinds)
  paragraphs <- xml_find_all(document, "//tei:text//tei:p", tei)
  says("paragraph", file, spaced(xml_text(paragraphs)))
  says("whole", file, spaced(xml_text(document)))
}

for (folder in folders[-1]) {
  source <- DirSource(folder, encoding = "UTF-8", recursive = TRUE)
  corpus <- VCorpus(source)
  for (number in seq_along(corpus)) {
    words <- spaced(paste(content(corpus[[number]]), collapse = "\n"))
    says("text", folder, source$filelist[number], words)
  }
  matrix <- DocumentTermMatrix(corpus, control = list(wordLengths = c(1, Inf)))
  says("words", folder, nDocs(matrix), sum(matrix))
}
