namespace SurvivalKit.TextCheck;

/// <summary>Finds what a text says of the flow of its participants and adds the numbers up. A sum is called inconsistent only where one
/// sentence, or one diagram, names the whole and all its parts.</summary>
internal static class FlowJudge
{
    /// <summary>The findings with their paragraphs.</summary>
    public static IEnumerable<(int Paragraph, JudgedStatistic Said)> Judge(IReadOnlyList<IReadOnlyList<Token>> paragraphs)
    {
        for (int p = 0; p < paragraphs.Count; p++)
        {
            if (!FlowWords.IsSaid(paragraphs[p]))
            {
                continue;
            }

            foreach (TextSentence sentence in TextSentences.Split(paragraphs[p]))
            {
                if (FlowSentences.Read(paragraphs[p], sentence) is { } said)
                {
                    yield return (p, said);
                }
            }
        }

        foreach ((int, JudgedStatistic) found in FlowDiagram.Judge(paragraphs))
        {
            yield return found;
        }
    }
}
