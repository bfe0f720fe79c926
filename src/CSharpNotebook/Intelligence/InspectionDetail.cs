namespace CSharpNotebook.Intelligence;

/// <summary>How much an inspection tells.</summary>
public enum InspectionDetail
{
    /// <summary>Signature, summary, parameters, result and exceptions.</summary>
    Brief,

    /// <summary>The remarks and the examples as well.</summary>
    Full,
}
