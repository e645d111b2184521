// A small service of images, as one is often written: its records and bytes are in a Map, and a list is searched for.
"use strict";

const { createHash, randomUUID } = require("node:crypto");
const express = require("express");
const multer = require("multer");

const app = express();
const images = new Map();
const json = express.json({ limit: "20mb" });
const form = multer({ storage: multer.memoryStorage() }).single("file");

app.get("/health", (request, response) => response.json({ status: "ok" }));

app.post("/images", json, form, (request, response) => {
  const fields = request.body;
  const content = request.file ? request.file.buffer : Buffer.from(fields.image, "base64");
  const tags = Array.isArray(fields.tags) ? fields.tags : (fields.tags ?? "").split(",").filter(Boolean);
  const metadata = {
    image_id: randomUUID(),
    user_id: fields.user_id,
    title: fields.title ?? null,
    tags,
    content_type: "image/jpeg",
    size: content.length,
    sha256: createHash("sha256").update(content).digest("hex"),
    upload_date: new Date().toISOString(),
  };
  images.set(metadata.image_id, { metadata, content });
  response.status(201).json({ message: "Image uploaded successfully", image_id: metadata.image_id, metadata });
});

app.get("/images", (request, response) => {
  const { user_id: user, tag, limit = 20 } = request.query;
  const found = [...images.values()]
    .map((image) => image.metadata)
    .filter((metadata) => (!user || metadata.user_id === user) && (!tag || metadata.tags.includes(tag)))
    .sort((one, other) => other.upload_date.localeCompare(one.upload_date));
  const page = found.slice(0, limit);
  response.json({ images: page, count: page.length, has_more: found.length > page.length });
});

app.use("/images/:id", (request, response, next) => {
  request.image = images.get(request.params.id);
  return request.image ? next() : response.status(404).json({ error: "Image not found" });
});

app.get("/images/:id", (request, response) => {
  const { metadata } = request.image;
  response.json({ image_id: metadata.image_id, metadata, url: `http://${request.headers.host}${request.originalUrl}/content` });
});

app.get("/images/:id/content", (request, response) => {
  response.type(request.image.metadata.content_type).send(request.image.content);
});

app.delete("/users/:user/images", (request, response) => {
  for (const [id, { metadata }] of images) {
    if (metadata.user_id === request.params.user) {
      images.delete(id);
    }
  }
  response.json({ done: true });
});

app.listen(Number(process.env.PIXPORT_PORT), "127.0.0.1");
