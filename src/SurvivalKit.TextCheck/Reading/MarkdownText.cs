using System.Buffers;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;

namespace SurvivalKit.TextCheck;

/// <summary>
/// Markdown as papers are written in it. A plain text is read as Markdown too, so that what has no marks but
/// only looks so stays a text: lines
/// that are set in, numbers that a line begins with, a rule below a line, a line that begins with a sign of comparison.
/// </summary>
internal static class MarkdownText
{
    // The time for the marks of one paragraph grows with the square of their number, and their nesting with the number.
    private const int MostMarks = 1000;

    private static readonly SearchValues<char> Marks = SearchValues.Create("*_[]|`");
    private static readonly MarkdownPipeline Pipeline = Create();

    public static MarkdownDocument Parse(string text) => Markdown.Parse(text, Pipeline);

    private static MarkdownPipeline Create()
    {
        MarkdownPipelineBuilder builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UsePipeTables().UseMathematics();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.TryRemove<ListBlockParser>();
        builder.BlockParsers.Replace<QuoteBlockParser>(new QuoteParser());
        builder.BlockParsers.Replace<ParagraphBlockParser>(new ParagraphParser { ParseSetextHeadings = false });
        foreach (BlockParser parser in builder.BlockParsers)
        {
            parser.Closed += LeaveCrowded;
        }

        return builder.Build();
    }

    private static void LeaveCrowded(BlockProcessor processor, Block block)
    {
        if (block is LeafBlock { ProcessInlines: true } leaf)
        {
            int marks = 0;
            for (int i = 0; i < leaf.Lines.Count && marks <= MostMarks; i++)
            {
                marks += Count(leaf.Lines.Lines[i].Slice.AsSpan());
            }

            leaf.ProcessInlines = marks <= MostMarks;
        }
    }

    private static int Count(ReadOnlySpan<char> line)
    {
        int count = 0;
        for (int next = line.IndexOfAny(Marks); next >= 0; next = line.IndexOfAny(Marks))
        {
            count++;
            line = line[(next + 1)..];
        }

        return count;
    }

    /// <summary>Quotes one level deep; "&gt; 65 years" and "&gt; .05" at the start of a line are comparisons.</summary>
    private sealed class QuoteParser : QuoteBlockParser
    {
        public override BlockState TryOpen(BlockProcessor processor)
        {
            char next = processor.PeekChar(1) == ' ' ? processor.PeekChar(2) : processor.PeekChar(1);
            bool isNone = processor.CurrentContainer is QuoteBlock || char.IsAsciiDigit(next) || next is '.' or '=' or '·';
            return isNone ? BlockState.None : base.TryOpen(processor);
        }
    }

    /// <summary>Of lines that may each define a link, each is a paragraph: together they take a time with the
    /// square of their number.</summary>
    private sealed class ParagraphParser : ParagraphBlockParser
    {
        public override BlockState TryContinue(BlockProcessor processor, Block block) =>
            processor.CurrentChar == '[' && ((LeafBlock)block).Lines is { Count: > 0 } lines && lines.Lines[0].Slice.CurrentChar == '['
                ? BlockState.None
                : base.TryContinue(processor, block);
    }
}
