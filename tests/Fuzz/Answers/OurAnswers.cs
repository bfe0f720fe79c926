namespace SurvivalKit.Fuzz;

/// <summary>This library's answers.</summary>
internal static class OurAnswers
{
    /// <summary>The answer to a question.</summary>
    public static Answer To(Question question, FuzzSet set)
    {
        try
        {
            var values = new Dictionary<string, double[]>();
            switch (question.Kind)
            {
                case QuestionKind.KaplanMeier:
                    CurveAnswers.Add(values, question, set);
                    break;
                case QuestionKind.LogRank:
                    LogRankAnswers.Add(values, question, set);
                    break;
                default:
                    CoxAnswers.Add(values, question, set);
                    break;
            }

            return new() { Values = values };
        }
        catch (SurvivalDataException refusal)
        {
            return new() { Refusal = refusal.Message };
        }
#pragma warning disable CA1031 // Whatever it is, it is a find.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return new() { Refusal = failure.ToString(), IsFailure = true };
        }
    }

    /// <summary>The names of the numbers of a kind, in the order in which R gives them.</summary>
    public static IReadOnlyList<string> KeysOf(QuestionKind kind) => kind switch
    {
        QuestionKind.KaplanMeier => CurveAnswers.Keys,
        QuestionKind.LogRank => LogRankAnswers.Keys,
        _ => CoxAnswers.Keys,
    };
}
