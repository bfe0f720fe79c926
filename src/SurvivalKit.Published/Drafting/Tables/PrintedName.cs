namespace SurvivalKit.Published;

/// <summary>A printed row with the words by which a sentence names it.</summary>
/// <param name="Place">Its place.</param>
/// <param name="Row">Its name in claims.</param>
/// <param name="Stems">The beginnings of its words.</param>
/// <param name="Heading">Those of the heading above it.</param>
internal sealed record PrintedName(string Place, string Row, IReadOnlyList<string> Stems, IReadOnlyList<string> Heading);
