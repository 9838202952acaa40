"""What the sentence of a mention shows: whether it is the subject, speaks, or is another one."""

from mentions import Reading, differences


def test_what_a_mention_says_before_it():
    cases = [
        # text, mention, the words of its report
        ("Ada Berg was ill, she said.", "she", "Ada Berg was ill"),
        ("It rained. Ada Berg was ill, she said.", "she", "Ada Berg was ill"),
        ("Ada Berg was “ill,” she said.", "she", "Ada Berg was"),
        ("Ada Berg was ill, she slept.", "she", ""),
        ("Ada Berg was ill and she said no.", "she", ""),
        # the report is only the clause
        ("Ada Berg met a nurse who, she said, slept.", "she", ""),
        ("Ada Berg said no: it rained, she said.", "she", "it rained"),
        ("Ada Berg said it rained, she said.", "she", "it rained"),
        ("Ada Berg heard that, she said, it rained.", "she", ""),
    ]
    wrong = []
    for text, mention, words in cases:
        reading = Reading(text)
        i = reading.at(mention)
        chunks, report = reading.state.chunks, reading.state.sentences.report_before(i)
        reported = (
            text[chunks.starts[report.start] : chunks.ends[report.stop - 1]] if report else ""
        )
        if reported != words:
            wrong.append((text, reported))
    assert wrong == []


def test_how_much_a_mention_stands_like_a_subject():
    cases = [
        # it opens its sentence, a verb follows, or both
        ("Ada Berg left.", "Ada Berg", 1.8),
        ("The nurse left.\n\nAda Berg slept.", "Ada Berg", 1.8),
        ("Ada Berg left", "Ada Berg", 1.8),
        ("Ada Berg.", "Ada Berg", 0.8),
        ("The nurse met Ada Berg.", "Ada Berg", 0.0),
        ("Yesterday Ada Berg was late.", "Ada Berg", 1.0),
        # a word that could be a verb follows a name, and only a name
        ("Ada Berg hums tunes.", "Ada Berg", 1.8),
        ("The nurse hums tunes.", "The nurse", 1.8),
        ("Otto Marx and Ada Berg hum tunes.", "Ada Berg", 0.0),
        ("Ada Berg (R-Vale), a nurse, was late.", "Ada Berg", 1.8),
        # only its owner precedes it in its sentence
        ("Otto Marx’s nurse hummed.", "nurse", 1.8),
        ("The firm’s nurse hummed.", "nurse", 1.8),
        # a preposition stands before it, or a possessive ending after it
        ("A lawyer for Ada Berg wept.", "Ada Berg", -1.0),
        ("Ada Berg’s nurse wept.", "Ada Berg", 0.0),
        # its verb of saying stands before it, and has no other subject
        ("“No,” said Ada Berg.", "Ada Berg", 1.8),
        ("Then said Ada Berg no.", "Ada Berg", 1.8),
        ("“No”, said Ada Berg was late.", "Ada Berg", 1.8),
        ("Otto Marx, a nurse, said Ada Berg was late.", "Ada Berg", 0.2),
        ("The nurse told Ada Berg.", "Ada Berg", 0.0),
        # the mention is a name, and by itself a question
        ("Otto Marx came. And Ada Berg? She slept.", "Ada Berg", 2.0),
        ("Otto Marx came. Ada Berg? She slept.", "Ada Berg", 2.0),
        ("Otto Marx came and Ada Berg? She slept.", "Ada Berg", 0.0),
        ("Otto Marx came. And Ada Berg! She slept.", "Ada Berg", 0.0),
        ("Otto Marx came. And the nurse? She slept.", "the nurse", 0.0),
        # a clause stands before it, which is not too long
        ("When Otto Marx left, Ada Berg slept.", "Ada Berg", 1.8),
        (f"When Otto Marx{' and the nurse' * 9} left, Ada Berg slept.", "Ada Berg", 1.8),
        (f"When Otto Marx{' and the nurse' * 11} left, Ada Berg slept.", "Ada Berg", 0.0),
        # the clause is a subordinate one
        ("Otto Marx sang because Ada Berg sang.", "Ada Berg", 0.2),
        ("Otto Marx said that Ada Berg sang.", "Ada Berg", 0.2),
        ("Otto Marx said Ada Berg sang.", "Ada Berg", 0.2),
        ("Otto Marx said Ada Berg.", "Ada Berg", 0.0),
    ]
    subjecthood = lambda r, words: round(r.state.sentences.subjecthood(r.at(words)), 3)  # noqa: E731
    assert not differences(cases, subjecthood)


def test_who_is_the_subject_of_a_verb_of_saying():
    cases = [
        ("Ada Berg said no.", "Ada Berg", True),
        ("Ada Berg also said no.", "Ada Berg", True),
        ("Ada Berg, who was tired, said no.", "Ada Berg", True),
        ("Ada Berg (R-Vale) said no.", "Ada Berg", True),
        ("Ada Berg (R-Vale), who was tired, said no.", "Ada Berg", True),
        ("Ada Berg left.", "Ada Berg", False),
        ("“No,” said Ada Berg.", "Ada Berg", True),
        ("“No,” said Ada Berg, who was tired.", "Ada Berg", True),
        ("Yesterday said Ada Berg to nobody.", "Ada Berg", True),
        ("Yesterday said Ada Berg was late.", "Ada Berg", False),
        ("“No,” said Ada Berg was late.", "Ada Berg", True),
        ("The nurse said Ada Berg.", "Ada Berg", False),
        # an aside between is not too long
        (f"Ada Berg, with a nurse{' and a nurse' * 9}, said no.", "Ada Berg", True),
        (f"Ada Berg, with a nurse{' and a nurse' * 10}, said no.", "Ada Berg", False),
    ]
    assert not differences(cases, lambda r, words: r.state.sentences.says(r.at(words)))


def test_which_mentions_are_of_two_by_their_sentence():
    cases = [
        # arguments of one verb
        ("Ada Berg backed the bank.", ("Ada Berg", "the bank"), True),
        ("Ada Berg was backed by the bank.", ("Ada Berg", "the bank"), True),
        ("Ada Berg left. Then the bank closed.", ("Ada Berg", "the bank"), False),
        # agents of one passive
        ("It was called “no” by Ada Berg and “yes” by the bank.", ("Ada Berg", "the bank"), True),
        ("It was called “no” by Ada Berg and the bank.", ("Ada Berg", "the bank"), False),
        # who says the words in marks is not whom the sentence named
        ("Ada Berg left, “no,” said the pensioner.", ("Ada Berg", "the pensioner"), True),
        ("Ada Berg left. “No,” said the pensioner.", ("Ada Berg", "the pensioner"), False),
        ("Ada Berg came\n\n“no,” said the pensioner.", ("Ada Berg", "the pensioner"), False),
        ("Ada Berg left, “no,” the pensioner sang.", ("Ada Berg", "the pensioner"), False),
        ("Ada Berg smiled and said the pensioner left.", ("Ada Berg", "the pensioner"), False),
    ]
    assert not differences(cases, lambda r, words: r.state.sentences.disjoint(*map(r.at, words)))
