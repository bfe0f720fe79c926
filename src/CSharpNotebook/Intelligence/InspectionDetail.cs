namespace CSharpNotebook.Intelligence;

/// <summary>The level of detail of an inspection.</summary>
public enum InspectionDetail
{
    /// <summary>Signature, summary, parameters, result and exceptions.</summary>
    Brief,

    /// <summary>The remarks and the examples as well.</summary>
    Full,
}
