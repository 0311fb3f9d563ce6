/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads XMI files with Apache UIMA, strictly: every type and feature must be
 * declared.  Checks besides what INCEpTION checks, and that every annotation has
 * the words that it says it has.
 *
 *   java -cp uimaj-core.jar CheckXmi.java TypeSystem.xml FILE.xmi…  */

import java.io.FileInputStream;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.FeatureStructure;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;

public class CheckXmi
{
  static int problems = 0;

  static void complain (String file, String what)
  {
    System.out.println (file + ": " + what);
    problems++;
  }

  /* Relations join two annotations of one type and stand where the second one is. */
  static void checkRelation (String file, AnnotationFS annotation)
  {
    Type type = annotation.getType ();
    Feature from = type.getFeatureByBaseName ("Governor");
    Feature to = type.getFeatureByBaseName ("Dependent");
    if (from == null || to == null)
      return;
    AnnotationFS target = (AnnotationFS) annotation.getFeatureValue (to);
    if (annotation.getFeatureValue (from) == null || target == null)
      complain (file, "a relation leads nowhere");
    else if (target.getBegin () != annotation.getBegin () || target.getEnd () != annotation.getEnd ())
      complain (file, "a relation does not stand where its Dependent is");
  }

  static void checkQuote (String file, AnnotationFS annotation)
  {
    Feature quote = annotation.getType ().getFeatureByBaseName ("quote");
    Feature fragments = annotation.getType ().getFeatureByBaseName ("fragments");
    if (quote == null || annotation.getStringValue (quote) == null || annotation.getFeatureValue (fragments) != null)
      return;
    if (!annotation.getCoveredText ().equals (annotation.getStringValue (quote)))
      complain (file, "at " + annotation.getBegin () + " stands “" + annotation.getCoveredText () + "”");
  }

  static int check (TypeSystemDescription types, String file) throws Exception
  {
    CAS cas = CasCreationUtils.createCas (types, null, null);
    int n = 0;
    try (FileInputStream stream = new FileInputStream (file))
      {
        XmiCasDeserializer.deserialize (stream, cas, false);
      }
    for (AnnotationFS annotation : cas.getAnnotationIndex ())
      {
        if (annotation.getBegin () < 0 || annotation.getEnd () > cas.getDocumentText ().length () || annotation.getBegin () > annotation.getEnd ())
          complain (file, "an annotation lies outside the text");
        else
          checkQuote (file, annotation);
        checkRelation (file, annotation);
        if (annotation.getType ().getName ().equals ("custom.Span"))
          n++;
      }
    return n;
  }

  public static void main (String[] arguments) throws Exception
  {
    TypeSystemDescription types = UIMAFramework.getXMLParser ().parseTypeSystemDescription (new XMLInputSource (arguments[0]));
    int n = 0;
    for (int i = 1; i < arguments.length; i++)
      n += check (types, arguments[i]);
    System.out.println (n + " annotations in " + (arguments.length - 1) + " files");
    System.exit (problems > 0 || n == 0 ? 1 : 0);
  }
}
