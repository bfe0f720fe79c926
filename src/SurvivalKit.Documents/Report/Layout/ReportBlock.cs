namespace SurvivalKit.Documents;

/// <summary>A block of a report; blocks stand below each other.</summary>
internal abstract record ReportBlock;

/// <summary>A heading.</summary>
internal sealed record HeadingBlock(string Text, int Level) : ReportBlock;

/// <summary>A paragraph of text.</summary>
internal sealed record TextBlock(string Text) : ReportBlock;

/// <summary>A table with its caption and sentences.</summary>
internal sealed record TableBlock(TableModel Table) : ReportBlock;

/// <summary>A picture with its caption.</summary>
internal sealed record PictureBlock(WordPicture Picture) : ReportBlock;

/// <summary>The end of a page.</summary>
internal sealed record PageBlock : ReportBlock;
