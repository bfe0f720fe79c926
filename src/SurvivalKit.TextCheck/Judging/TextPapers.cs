namespace SurvivalKit.TextCheck;

/// <summary>The papers of a text, each with its methods: what one says of its intervals is not said of another's. A paragraph that begins
/// with the word "title" begins a paper; most texts are one.</summary>
internal sealed class TextPapers
{
    private readonly List<int> _starts = [0];

    /// <summary>Finds the papers.</summary>
    /// <param name="paragraphs">The paragraphs of the text.</param>
    /// <param name="statistics">The statistics of each.</param>
    /// <param name="tables">The tables of the text; their headings say how intervals were made, too.</param>
    public TextPapers(
        IReadOnlyList<IReadOnlyList<Token>> paragraphs, IReadOnlyList<IReadOnlyList<Statistic>> statistics, IEnumerable<TextTable> tables)
    {
        foreach (IReadOnlyList<Token> tokens in paragraphs)
        {
            if (tokens is [{ Key: "title" }, { Key: "." or ":" }, ..] && tokens[0].Start > _starts[^1])
            {
                _starts.Add(tokens[0].Start);
            }
        }

        ILookup<int, int> inPaper = Enumerable.Range(0, paragraphs.Count).Where(i => paragraphs[i].Count > 0)
            .ToLookup(i => At(paragraphs[i][0].Start));
        ILookup<int, IReadOnlyList<Token>> headings = tables.SelectMany(table => table.Columns).Select(column => column.Tokens)
            .Where(tokens => tokens.Count > 0).ToLookup(tokens => At(tokens[0].Start));
        Methods = [.. Enumerable.Range(0, _starts.Count).Select(paper => TextMethods.Read(
            inPaper[paper].Select(i => paragraphs[i]).Concat(headings[paper]))
            .With(inPaper[paper].SelectMany(i => statistics[i]).OfType<RatioStatistic>()))];
    }

    /// <summary>The methods of each paper.</summary>
    public IReadOnlyList<TextMethods> Methods { get; }

    /// <summary>The paper of a place in the plain text.</summary>
    public int At(int position)
    {
        int paper = _starts.BinarySearch(position);
        return paper >= 0 ? paper : ~paper - 1;
    }
}
