namespace SurvivalKit.Published;

/// <summary>How many percent have an alteration of a gene: <c>TP53 (90%)</c>, in sentences on alterations.</summary>
internal static class GeneClaims
{
    private static readonly HashSet<string> Topics = new(StringComparer.Ordinal)
    {
        "gene", "genes", "mutation", "mutations", "alteration", "alterations", "mutated", "altered", "genomic", "genetic", "variants",
        "sequencing",
    };

    /// <summary>Adds those of a sentence; the tokens that they took are marked.</summary>
    public static void Add(DraftBuilder draft, PaperPart part, TextSentence sentence, ISet<int> taken)
    {
        if (!TextSentences.Has(part.Tokens, sentence.Start, sentence.End, Topics))
        {
            return;
        }

        for (int i = sentence.Start; i + 4 < sentence.End; i++)
        {
            List<Token> tokens = part.Tokens;
            bool isGene = IsSymbol(tokens[i]) && tokens[i + 1].Key == "(" && tokens[i + 2].Kind == TokenKind.Number
                && tokens[i + 3].Key == "%" && tokens[i + 4].Key == ")";
            if (!isGene)
            {
                continue;
            }

            taken.Add(i + 2);
            string gene = tokens[i].Text;
            string row = "Gene alterations > " + gene;
            DraftNumber number = DraftNumber.Of(Aspects.Percent, tokens[i + 2].Number, tokens[i + 2].Text + "%");
            Claim? first = draft.Claims.FirstOrDefault(claim => claim.Row == row && claim.SameAs is null);
            Claim made = DraftClaims.Of(part.Place, row, null, number, null, part.Where);
            if (first is null)
            {
                draft.Genes.Add((gene, tokens[i + 2].Number));
                draft.Measure(part.Place, row, new AlterationFrequencyMeasure([gene]));
            }

            draft.Add(first is null ? made : made with { SameAs = first.Id });
        }
    }

    /// <summary>The sequencing that the genes tell of; <see langword="null"/>: there are none. The number of sequenced patients is the
    /// least of which all percentages are whole numbers of patients, where the paper does not print it.</summary>
    public static StudySequencing? Sequencing(DraftBuilder draft)
    {
        if (draft.Genes.Count == 0)
        {
            return null;
        }

        int n = Enumerable.Range(1, draft.N).FirstOrDefault(size => draft.Genes.All(gene => Enumerable.Range(0, size + 1).Any(
            count => Rounding.RuleThatPrints(100.0 * count / size, gene.Percent.Value, gene.Percent.Decimals) == RoundingRule.HalfUp)),
                draft.N);
        draft.Remarks.Add(new(PaperPlaces.Results, "Gene alterations", null, string.Join(", ", draft.Genes.Select(gene => gene.Gene)), null,
            FormattableString.Invariant($"The draft takes {n} sequenced patients, the least number that gives all percentages, and assumes kinds of alterations, a tumour mutational burden from 0 to 20 and a microsatellite state.")));
        return new StudySequencing
        {
            N = n,
            Note = "The least number of patients of which all printed percentages are whole numbers.",
            Kinds = ["alteration"],
            Genes = [.. draft.Genes.Select(gene => new SequencedGene(gene.Gene, ["alteration"]))],
            MinimumBurden = 0,
            MaximumBurden = 20,
            BurdenDecimals = 1,
            MicrosatelliteStates = ["not said"],
        };
    }

    private static bool IsSymbol(Token token) => token.Kind == TokenKind.Word && token.Text.Length is >= 2 and <= 8
        && char.IsAsciiLetterUpper(token.Text[0]) && token.Text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c))
        && DraftEndpoints.At([token], 0) is null;
}
