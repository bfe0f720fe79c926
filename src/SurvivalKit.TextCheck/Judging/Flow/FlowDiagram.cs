namespace SurvivalKit.TextCheck;

/// <summary>A box of a flow diagram in text: <c>Randomised (n = 250)</c>.</summary>
/// <param name="Stage">What it counts.</param>
/// <param name="N">How many.</param>
/// <param name="Paragraph">The paragraph.</param>
/// <param name="First">Its first token.</param>
/// <param name="End">The token after its last.</param>
internal sealed record FlowBox(FlowStage Stage, int N, int Paragraph, int First, int End);

/// <summary>Reads the boxes of CONSORT's flow diagram where a text prints them one after another, and adds them up.</summary>
internal static class FlowDiagram
{
    private const int FurthestBox = 3;
    private const int LongestLabel = 9;

    /// <summary>The sums of each diagram.</summary>
    public static IEnumerable<(int Paragraph, JudgedStatistic Said)> Judge(IReadOnlyList<IReadOnlyList<Token>> paragraphs)
    {
        List<FlowBox> boxes = [];
        for (int p = 0; p < paragraphs.Count; p++)
        {
            List<FlowBox> own = Boxes(paragraphs[p], p);
            if (own.Count > 0)
            {
                bool isNew = boxes.Count > 0
                    && (p - boxes[^1].Paragraph > FurthestBox || own[0].Stage == FlowStage.Screened);
                if (isNew)
                {
                    foreach ((int, JudgedStatistic) found in Judge(boxes))
                    {
                        yield return found;
                    }

                    boxes = [];
                }

                boxes.AddRange(own);
            }
        }

        foreach ((int, JudgedStatistic) found in Judge(boxes))
        {
            yield return found;
        }
    }

    private static IEnumerable<(int, JudgedStatistic)> Judge(List<FlowBox> boxes)
    {
        FlowBox? screened = Only(boxes, FlowStage.Screened);
        FlowBox? excluded = Only(boxes, FlowStage.Excluded);
        FlowBox? randomised = Only(boxes, FlowStage.Randomised);
        if (screened is not null && excluded is not null && randomised is not null)
        {
            yield return Said(screened, FlowArithmetic.Parts(screened.N, "assessed", excluded.N, randomised.N));
        }

        int[] reasons = [.. boxes.Where(box => box.Stage is FlowStage.Reason or FlowStage.OtherReason).Select(box => box.N)];
        if (excluded is not null && reasons.Length > 1 && boxes.Count(box => box.Stage == FlowStage.OtherReason) == 1)
        {
            yield return Said(excluded, FlowArithmetic.Reasons(excluded.N, reasons));
        }

        FlowBox[] arms = [.. boxes.Where(box => box.Stage == FlowStage.Allocated)];
        if (randomised is not null && arms.Length > 1)
        {
            yield return Said(randomised, FlowArithmetic.Parts(randomised.N, "randomised", [.. arms.Select(box => box.N)]));
        }

        foreach (FlowBox arm in arms)
        {
            FlowBox[] behind = [.. boxes.SkipWhile(box => box != arm).Skip(1).TakeWhile(box => box.Stage is FlowStage.Received
                or FlowStage.NotReceived)];
            if (behind is [{ Stage: FlowStage.Received } received, { Stage: FlowStage.NotReceived } not])
            {
                yield return Said(arm, FlowArithmetic.Parts(arm.N, "allocated", received.N, not.N));
            }
        }
    }

    private static (int, JudgedStatistic) Said(FlowBox box, Judgement judgement) => (
        box.Paragraph, new JudgedStatistic(TextStatisticKind.ParticipantFlow, judgement) { First = box.First, End = box.End });

    private static FlowBox? Only(List<FlowBox> boxes, FlowStage stage) =>
        boxes.FindAll(box => box.Stage == stage) is [var only] ? only : null;

    private static List<FlowBox> Boxes(IReadOnlyList<Token> tokens, int paragraph)
    {
        List<FlowBox> boxes = [];
        int from = 0;
        for (int i = 1; i + 3 < tokens.Count; i++)
        {
            bool isSize = tokens[i].Key == "(" && tokens[i + 1].Key == "n" && tokens[i + 2].Key == "=" && tokens[i + 3].IsWhole
                && i + 4 < tokens.Count && tokens[i + 4].Key == ")";
            if (!isSize)
            {
                continue;
            }

            // A box holds little more than its name; in a sentence the numbers are further apart.
            int start = Math.Max(from, i - LongestLabel);
            while (start < i && (tokens[start].Kind != TokenKind.Word || (start > from && i - start > LongestLabel)))
            {
                start++;
            }

            if (i - from <= LongestLabel + 2 && StageOf(tokens, start, i) is var stage and not FlowStage.None)
            {
                boxes.Add(new FlowBox(stage, (int)tokens[i + 3].Number.Value, paragraph, start, i + 5));
            }

            from = i + 5;
        }

        return boxes;
    }

    private static FlowStage StageOf(IReadOnlyList<Token> tokens, int start, int end)
    {
        string label = " " + string.Join(' ', tokens.Skip(start).Take(end - start).Select(token => token.Key)) + " ";
        return Says("eligibility") || Says("screened") ? Says("excluded") ? FlowStage.Excluded : FlowStage.Screened
            : Says("excluded") && (Says("analysis") || Says("analyses")) ? FlowStage.NotAnalysed
            : Says("excluded") ? FlowStage.Excluded
            : Says("randomised") || Says("randomized") ? FlowStage.Randomised
            : Says("allocated to") || Says("assigned to") ? FlowStage.Allocated
            : Says("not receive") ? FlowStage.NotReceived
            : Says("received allocated") || Says("received the allocated") || Says("received assigned") ? FlowStage.Received
            : Says("lost to") ? FlowStage.Lost
            : Says("discontinued") ? FlowStage.Withdrawn
            : Says("analysed") || Says("analyzed") ? FlowStage.Analysed
            : Says("other reasons") || Says("other reason") ? FlowStage.OtherReason
            : Says("not meeting") || Says("declined") || Says("not meet") || Says("refused") ? FlowStage.Reason
            : FlowStage.None;

        bool Says(string words) => label.Contains(" " + words + " ", StringComparison.Ordinal);
    }
}
